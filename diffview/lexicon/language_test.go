package lexicon

import "testing"

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		want Language
		text string
	}{
		{English, "The harbour master said two ferries had been turned back in the storm, and that a third was still at sea."},
		{English, "Police arrest six after ferry blaze"},
		{English, "www.example.com/e/o Harbour Gazette com: Swimmer wins fifth title"},
		{English, "Čapek wins Brno prize in a first for the city"},
		{English, ""},
		{French, "Le préfet a déclaré mardi que deux bateaux avaient été endommagés dans la tempête et qu’une enquête était ouverte."},
		{Spanish, "El gobierno dijo el martes que dos barcos fueron dañados por la tormenta y que no se sabe cuándo volverán a navegar."},
		{Portuguese, "O governo disse na terça-feira que dois barcos foram danificados pela tempestade e que não há data para o regresso."},
		{Italian, "Il governo ha detto martedì che due barche sono state danneggiate dalla tempesta e che non si sa quando torneranno."},
		{German, "Die Regierung teilte am Dienstag mit, dass zwei Boote im Sturm beschädigt wurden und nicht mehr auslaufen können."},
		{Dutch, "De regering zei dinsdag dat twee boten door de storm zijn beschadigd en dat het niet bekend is wanneer ze weer varen."},
		{Swedish, "Regeringen sade på tisdagen att två båtar hade skadats i stormen och att det inte är klart när de kan segla från hamnen."},
		{Norwegian, "Regjeringen sa tirsdag at to båter ble skadet i stormen, og at det ikke er klart når de kan seile ut fra havnen etter dette."},
		{Danish, "Regeringen sagde tirsdag, at to både blev beskadiget af stormen, og at det ikke er klart, hvornår de kan sejle ud efter det."},
		{Russian, "Правительство заявило во вторник, что два судна были повреждены штормом и что пока не известно, когда они выйдут в море."},
		{Hungarian, "A kormány kedden azt mondta, hogy két hajó megsérült a viharban, és még nem tudni, mikor indulnak el újra a kikötőből."},
		{Unknown, "Hallitus kertoi tiistaina, että kaksi venettä vaurioitui myrskyssä eikä ole tietoa, milloin ne palaavat merelle."},
		{Unknown, "政府周二表示，两艘船在暴风雨中受损。 目前 尚 不 清楚 它们 何时 能 再次 出海 航行 或者 返回 港口 继续 工作"},
	} {
		if got := Detect(test.text); got != test.want {
			t.Errorf("Detect(%q) = %v, want %v", test.text, got, test.want)
		}
	}
}

func TestStemIn(t *testing.T) {
	for _, test := range []struct {
		language Language
		a, b     string
		same     bool
	}{
		{English, "Considering", "considers", true},
		{English, "police", "policy", false},
		{French, "endommagés", "endommagée", true},
		{Spanish, "barco", "barcos", true},
		{Russian, "правительство", "правительства", true},
		{Swedish, "båtar", "båtarna", true},
		{Norwegian, "båter", "båtene", true},
		{Hungarian, "hajó", "hajók", true},
		{German, "Boot", "boot", true},
		{German, "Boot", "Boote", false},
	} {
		if a, b := StemIn(test.language, test.a), StemIn(test.language, test.b); (a == b) != test.same {
			t.Errorf("%v: %q has stem %q, %q has %q", test.language, test.a, a, test.b, b)
		}
	}
}
