package prose

import (
	"strings"
	"testing"
)

// pointCases are sentences with the abbreviations of a language, or of a kind in
// English; "|" is a boundary. Those of one language are one text, which tells it.
var pointCases = map[string]string{
	"times of day": `
		At 5 a.m. Mr. Lund went to the bank.| He left it at 6 P.M.| Mr. Lund then went home.
		At 9 p.m. Halden council voted on the plan.| It passed.
		Around 3 a.m. Police Chief Ola Vale arrived.| He said nothing.
		The train leaves at 10 a.m.| Sunday trains run later.
		The shop opens at 9 a.m. Monday and closes at noon.| It is small.
		The polls close at 8 p.m.| Voters may still queue.
		The vote is set for 9 a.m. Monday in Washington.| It could slip to Tuesday.
		The strike began at 9 p.m.| Police arrived within minutes.
		He woke at 6 a.m.| Lund made coffee.
		The fire began at 2 a.m. Eastern time.| It spread.
		The blast came at 11:15 p.m. Friday night.| Friday prayers went on.
		By 7 p.m. Lund had won.| He spoke at 8 p.m.| Vale conceded at 9 p.m. EST.
		Just after 4 a.m. Mrs. Ito called the police.| They came.
		The bar closes at 2 a.m.| Mrs. Ito locks it.
		Doors open at 7 p.m.| Tickets cost $20.
		Before 6 a.m. Orde was asleep.| It woke.
		The meeting starts at 10 a.m.| Saturday sessions are open to all.
		The match kicks off at 3 p.m. Saturday.| Sunday is free.
		Trains run from 5 a.m. to 11 p.m.| Buses do not.
		The curfew ran until 6 a.m. Sunday, police said.| It was lifted.
		The blast was at 3 p.m.| Gov. Vale spoke at 4 p.m.
		The sale starts Friday at 9 a.m.| Tickets are $5.
		The show airs at 8 p.m. ET Sunday on NBC.| It is new.
		Polls open at 7 a.m. Tuesday across the state.| Lines are long.
		At about 10:30 p.m. on Monday, Lund left.| He ran.
		Until 6 p.m. Vale was in the lead.| Then he lost.
		They met at 5 p.m.| Monday's talks failed.
		Police arrived at 5 a.m.| Neighbors watched.
		He died at 4 a.m.| Vale was 80.
		The store opens at 6 a.m. Thursday for shoppers.| It closes late.
		The parade begins at 1 p.m. Saturday in Orde.| Floats come.
		`,
	"titles outside the United States": `
		The Rt. Hon. Ann Lund spoke first.| She left early.
		Cllr. Jon Mora voted no.| He left.
		Ald. Ida Ito voted yes.| She stayed.
		Pte. Ola Brand was hurt.| He is 20.
		Cst. Ann Vale arrested him.| He ran.
		Ann Lund, a.k.a. The Fox, was arrested.| She is 30.
		Adm. (ret.) Ola Brand led the inquiry.| Few helped.
		Cllrs. Mora and Ito voted no.| They left.
		Insp. Vale and Ch. Insp. Lund met Sub-Insp. Ito.| They agreed.
		Shri. Mora and Smt. Ito spoke.| Dr. (Mrs.) Lund left.
		Lance Cpl. Vale and L/Cpl. Ito fell.| They live.
		The Most Rev. Ola Brand and the Rt. Rev. Jon Mora prayed.| They sang.
		Flt. Lt. Vale and Sqn. Ldr. Ito flew.| Wg. Cdr. Lund landed.
		Justice (Retd.) Mora ruled.| The Hon'ble court rose.
		Comm. Vale and Asst. Comm. Ito met.| They left.
		Det. Sgt. Lund and Det. Con. Mora spoke.| D.C.I. Vale did not.
		Mayor-elect Cr. Ito spoke.| She won.
		Cr. Ito spoke.| She won.
		Ven. Ola Brand left.| Fr. Vale stayed.
		Adv. Mora appeared for the firm.| He won.
		Col. (Dr.) Ito spoke.| He is 50.
		`,
	"money": `
		The fare is Rs. 500.| It was Rs. 400.
		The fine was Rs. 2 crore.| She paid.
		He paid Rs. Five lakh.| It was late.
		It costs Fr. 20.| It cost more.
		It costs Lm. 5.| He paid.
		The fund holds Tk. 5 lakh.| It grows.
		He paid US$5 mn.| She paid 6 bn.| Nobody saw.
		`,
	"firms and juniors": `
		Orde Inc. USA is hiring again.| Nobody applied.
		Martin Vale Jr. Day is a holiday in Orde.| Shops close.
		Vale Corp. North America led the drive.| It ended in May.
		He founded Orde Inc.| The company failed.
		Vale Ltd. India rose.| Orde Ltd. said no.
		Power passed to James Lund Jr.| He is 40.
		He works for Vale Inc.| Lund does not.
		Orde Pty. Ltd. and Vale Co. Ltd. merged.| It took years.
		Orde S.A. de C.V. closed.| Vale S.p.A. did not.
		She sued Orde Corp.| Lund said it would pay.
		`,
	"others": `
		See pp. 12 and 13.| They matter.
		The bill, H.R. 12, passed.| Sen. Vale opposed it.
		The ship sank approx. 20 miles off.| Crew swam.
		It sits at an alt. of 200 m.| It is cold.
		The flight left on Sat.| Lund was late.
		The dept. of state said so.| It lied.
		Vale et al. v. Orde was heard.| It failed.
		Ms. Vale, Esq., left.| Mr. Ito, M.P., stayed.
		Lund, M.D., spoke.| Mora, Ph.D. Vale, did not.
		The U.S.-led force left.| The U.K. said so.
		The no. of deaths rose.| The nos. are bad.
		"I saw it at 5 p.m.," he said.| "It was dark."
		"We open at 9 a.m." Lund said.| He left.
		The deal is worth Rs. 500 crore.| The firm pays Rs. 20.
		He scored approx. 20.| He left.
		She works for Sen. Vale.| Rep. Ito does not.
		He voted no.| Sen. Vale voted yes.
		Lund Jr. Street is closed.| King Jr. High opened.
		Shares of Orde Corp. America fell.| Orde Co. Ltd. rose.
		`,
	"German": `
		Am 3. Oktober kam Dr. Lund.| Er blieb bis 18 Uhr.
		Der 2. Weltkrieg endete 1945.| Im 19. Jahrhundert war es anders.
		Am 3. Spieltag verlor er.| Er wurde 3.| Danach ging er.
		Er zahlte z. B. 5 Mio. Euro.| Sie zahlte ca. 3 Mrd. Euro.
		Die Firma, d. h. die Lund GmbH, zahlt nicht.| Das ist klar.
		Nach § 5 Abs. 2 Nr. 3 BGB ist das so.| Art. 5 GG gilt.
		Er wohnt in der Hauptstr. 5 in Orde.| Die St. Marien Kirche ist nah.
		Prof. Dr. Ida Ito und Dipl.-Ing. Vale sprachen.| Sie gingen.
		Die sog. Reform kam.| Sie kostete u. a. Geld.
		Die Kirche St. Peter brannte.| Sie ist alt.
		Es kamen Bäcker, Metzger usw.| Danach gingen sie.
		Ludwig XIV. war König.| Karl V. Brand nicht.
		Der 1. FC Orde gewann.| Der 1. Bürgermeister jubelte.
		Lund (geb. 1950) starb.| Er war verh. und alt.
		Es gilt ab dem 1. Januar.| Am 1. Februar endet es.
		Er war im Jahr 2020 Meister.| 2021 nicht.
		Das kostet max. 5 Euro, mind. aber 3 Euro.| Gut so.
		Der Film (Regie: J. Vale) läuft bzw. lief.| Er ist gut.
		Hr. Lund und Fr. Ito kamen.| Sie blieben.
		Die 2. Bundesliga pausiert.| Das 2. Gleis ist frei.
		Er kam am 5.| Dann ging er am 6. Mai.
		`,
	"French": `
		M. Dupont et Mme. Vale sont venus.| Ils sont partis.
		MM. Lund et Mora ont parlé.| Me. Ito non.
		Le Dr. Lund est venu.| Il est parti.
		En 52 av. J.-C. César gagna.| Il mourut.
		Il y a p. ex. du pain, du vin, etc.| C'est bon.
		L'art. 5 dit cela.| Le chap. 3 aussi.
		St. Malo est loin.| Ste. Anne aussi.
		`,
	"Spanish": `
		El Sr. Lund y la Sra. Ito hablaron.| Se fueron.
		La Dra. Vale y el Gral. Mora no.| El Cnel. Ito tampoco.
		EE. UU. y México firmaron.| La UE no.
		Los EE.UU. firmaron.| Canadá no.
		Ud. lo sabe.| Uds. también.
		Vive en la Avda. Orde, núm. 5.| Es grande.
		Orde S. A. cerró.| Vale S.A. no.
		Llegó a las 5 p. m. el lunes.| Salió a las 6 p. m.| Nadie lo vio.
		D. Juan y Dña. Ana llegaron.| Comieron.
		Véase la pág. 5 y el art. 3.| Es claro.
		El Pdte. Lund habló.| El Lic. Mora no.
		`,
	"Italian": `
		L'on. Rossi e il sig. Bianchi parlarono.| Tacquero.
		Il dott. Verdi e l'avv. Neri dissero no.| La dott.ssa Bini sì.
		La Orde S.p.A. chiude.| La Vale S.r.l. no.
		L'art. 5 dice così.| La pag. 3 anche.
		Il prof. Rossi e l'ing. Neri vinsero.| Il gen. Bini perse.
		Ci sono pane, vino, ecc.| È buono.
		Il ten. col. Neri parlò.| Mons. Bini no.
		`,
	"Portuguese": `
		O Sr. Lund e a Sra. Ito falaram.| Saíram.
		A Dra. Vale e o Exmo. Sr. Mora não.| O Eng. Ito sim.
		Mora na Av. Orde, n.º 5.| É grande.
		A Orde Ltda. fechou.| A Vale S.A. não.
		`,
	"Dutch": `
		Dhr. Jansen en mevr. De Vries spraken.| Zij gingen.
		Mr. Vale en ds. Bakker kwamen.| Ir. Smit bleef.
		Het kost bijv. 5 euro, d.w.z. veel.| Dat is zo.
		O.a. Jansen sprak.| Zie nr. 5 op blz. 3.
		Er waren brood, wijn enz.| Dat was goed.
		Prof. dr. Jansen en drs. Smit spraken.| Zij zwegen.
		Op 3 jan. kwam hij.| Hij bleef.
		`,
	"Scandinavian": `
		Mötet börjar kl. 18.| Det slutar kl. 20.
		Bl.a. Lund kom.| T.ex. Mora gick.
		Hr. Lund og fr. Ito kom.| De gik.
		Det koster f.eks. 5 mio. kr.| Det er dyrt.
		`,
	"Polish": `
		Prof. Nowak i ks. Lis mówili.| Milczeli.
		Mieszka przy ul. Ordy 5.| Jest np. Lis.
		W 2020 r. Lund wygrał.| W 2021 r. przegrał.
		M.in. Nowak przyszedł.| Gen. Lis nie.
		Kościół św. Jana spłonął.| Był stary.
		`,
	"Czech": `
		Bydlí v ul. Orde č. 5.| Je to např. Novák.
		Ing. Novák a MUDr. Lis mluvili.| Mlčeli.
		`,
	"Russian": `
		В 2020 г. Лунд победил.| Он ушел.
		Он живет на ул. Орде, д. 5.| Это близко.
		Были хлеб, вино и т. д.| Всё хорошо.
		Проф. Иванов и акад. Петров пришли.| Они ушли.
		А. С. Пушкин умер.| Он был поэтом.
		Цена 5 тыс. руб. за штуку.| Это много.
		`,
}

// TestPoints: whether a point ends a sentence depends on the language and on what
// follows.
func TestPoints(t *testing.T) {
	for name, cases := range pointCases {
		t.Run(name, func(t *testing.T) {
			var lines []string
			for l := range strings.SplitSeq(cases, "\n") {
				if l = strings.TrimSpace(l); l != "" {
					lines = append(lines, l)
				}
			}
			checkMarked(t, strings.Join(lines, `\n\n|`))
		})
	}
}

// TestTonguesApart: a word that is an abbreviation in one language ends sentences
// in others.
func TestTonguesApart(t *testing.T) {
	for _, c := range []string{
		"The light was on.| Rossi left it on.| Bianchi did not.",
		"He asked for the min.| Lund gave him the max.| Nobody saw the im.| Vale knew.",
		"She saw the gen.| Lund wrote to the doc.| They were at the mag.| It was late.",
		"È sulla via.| Rossi lo disse.| Non è nel mar.| Nessuno lo sa.",
		"Das ist so.| Lund kam nicht.| Er sagte, dass er nicht kann.| Man weiß es.",
	} {
		checkMarked(t, c)
	}
}

// TestTongueOfParagraph: a paragraph in another language in an English text, and
// what is only a name in it.
func TestTongueOfParagraph(t *testing.T) {
	const opening = `The council met on Monday to talk about the dam that broke, and it will meet again when the water has gone.\n\n| `
	for _, c := range []string{
		"Der Verein spielt in der 1. Bundesliga.| Er gewann 3:1.",
		"El Sr. Mora y la Dra. Lund viajaron a EE. UU. en mayo.| Volvieron pronto.",
		"Dhr. Mora sprak met mevr. Lund.| Zij vertrok vroeg.",
		"Il dott. Rossi e l’on. Lund sono arrivati.| Sono partiti presto.",
		"Mötet börjar kl. 10 på torsdag.| Lund kommer.",
		"The firm Die Welt is no. 1.| Bundesliga clubs read it.",
		"She lives on La Rambla in the av.| Central is near.",
	} {
		checkMarked(t, opening+c)
	}
}

// TestQuotedWide: in scripts without capitals a quotation goes on with who says it.
func TestQuotedWide(t *testing.T) {
	for _, c := range []string{
		"「私たちは待たない。」と市長は言った。|その後、彼女は去った。",
		"「なぜですか？」という声があった。|返事はない。",
		"「待たない。」|ところが、彼女は去った。",
		"“我们不等。”市长说。|她走了。",
		"“我们不等。”|会议在星期五举行。",
		"Το φράγμα έσπασε τη Δευτέρα.| Ποιος φταίει;| Κανείς δεν ξέρει.",
		"«Ποιος φταίει;» ρώτησε ο δήμαρχος.| Κανείς δεν ξέρει.",
		"The dam broke; Lund saw it.| Nobody else did.",
		"Ամբարտակը փլվեց։| Ոչ ոք չի տուժել։",
	} {
		checkMarked(t, c)
	}
}
