package byline

import (
	"parallax/corpus/wordset"

	"slices"
	"strings"
	"sync"

	"parallax/corpus/lazyregexp"
)

// labels stand before the names of authors; a "*" marks those that names begin
// with, too, as "Von" and "De": they are labels before two words, or in lower
// case.
const labels = `
by|byline|written by|exclusive by|reporting by|words by|words|special report by|analysis by|text by|story by|reported by|report by|posted by|published by|submitted by|author|authors|reporter|writer
view all posts by|see all posts by|all posts by|more posts by|more from|more by|articles by|posts by|read more from|see all articles by|view all articles by
text und fotos|text & fotos|text und bilder|text and photos|words and pictures|texte et photos|texto y fotos|texto e fotos|testo e foto|text och foto|tekst og foto|tekst en foto's|tekst i zdjęcia|текст и фото
von*|ein beitrag von|ein artikel von|text von|text|autor|autorin|autoren|verfasst von|geschrieben von|zeige alle beiträge von|alle beiträge von|alle artikel von|mehr von
par*|texte par|texte de|un article de|écrit par|rédigé par|publié par|posté par|auteur|auteurs|propos recueillis par|voir tous les articles de|voir tous les articles par|tous les articles de
por*|escrito por|publicado por|texto de|texto por|redactado por|autora|autores|ver todas las entradas de|ver todas las publicaciones de|todas las entradas de|más de
di*|a cura di|scritto da|pubblicato da|testo di|autore|autori|articolo di|vedi tutti gli articoli di|tutti gli articoli di
publicado por|escrito por|texto|ver todos os posts de|ver todos os artigos de|todos os posts de|mais de
door*|geschreven door|tekst|auteurs|bekijk alle berichten van|alle berichten van|meer van
av*|skriven av|text|skribent|visa alla inlägg av|alla inlägg av|skrevet av|tekst av|forfatter|journalist|vis alle innlegg av|alle innlegg av
af*|skrevet af|vis alle indlæg af|alle indlæg af|tekst
kirjoittaja|kirjoittanut|teksti|toimittaja|näytä kaikki artikkelit kirjoittajalta
autor|autorka|autorzy|tekst|napisał|napisała|przez|zobacz wszystkie wpisy|zobacz wszystkie posty autora
autoři|napsal|napsala|zobrazit všechny příspěvky od|text
автор|авторы|текст|автор статьи|посмотреть все записи автора|показать все записи|все записи автора|автори
yazan|yazar|haber|muhabir
írta|szerző|szerzők|írta és fotózta
de*|scris de|publicat de|autor|autori|vezi toate articolele scrise de
από*|του*|γράφει|γράφει ο|γράφει η|συντάκτης|επιμέλεια
oleh|penulis|ditulis oleh|reporter
文|文・|撰文|作者|记者|記者|责任编辑|執筆|取材・文|글|기자
بقلم|كتب|كتبت|الكاتب`

// A label is what may stand before a name.
type label struct {
	text string
	weak bool // names begin with it, too
}

// labelsBy has the labels by their first byte, longer ones first.
var labelsBy = sync.OnceValue(func() map[byte][]label {
	seen := make(map[string]bool)
	out := make(map[byte][]label)
	for line := range strings.Lines(strings.TrimSpace(labels)) {
		for l := range strings.SplitSeq(strings.TrimSpace(line), "|") {
			text, weak := strings.CutSuffix(l, "*")
			if text != "" && !seen[text] {
				seen[text] = true
				out[text[0]] = append(out[text[0]], label{text, weak})
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b label) int { return len(b.text) - len(a.text) })
	}
	return out
})

// cutLabel returns a line without the label before its names, and whether it
// has one.
func cutLabel(line string) (rest string, cut bool) {
	low := strings.ToLower(line)
	if low == "" || len(low) != len(line) {
		return line, false
	}
	for _, l := range labelsBy()[low[0]] {
		if !strings.HasPrefix(low, l.text) {
			continue
		}
		rest := line[len(l.text):]
		after := strings.TrimLeft(rest, " :：\u00a0")
		switch {
		case after == "":
			return "", true
		case after == rest && l.text[0] < 0xe2: // no space: another word
			continue
		case strings.ContainsAny(rest[:len(rest)-len(after)], ":："), l.text[0] >= 0xe2:
			return after, true
		case !startsLarge(after):
			continue
		case l.weak && line[0] != low[0] && line[:len(l.text)] != strings.ToUpper(line[:len(l.text)]) && len(strings.Fields(after)) < 2:
			continue
		}
		return after, true
	}
	return line, false
}

// suffixes follow names: the agency that shares the text, and labels of the
// languages that have them at the end.
var suffixes = lazyregexp.New(`(?i)\s*(?:(?:,|/|\(|\bund\b|\band\b|\bet\b|\by\b|\be\b|\bmit\b|\bwith\b|\bavec\b|\bcon\b)\s*(?:the )?(?:dpa|afp|ap|reuters|upi|ansa|efe|ntb|tt|ritzau|apa|pa|pap|čtk|ctk|stt|anp|belga|lusa|sda|keystone-sda|associated press|agence france-presse|press association|agencies|agencias|agenturen|agences|agenzie)\)?` +
	`|\s+tarafından.*|\s+(?:기자|記者|记者)|\s+\([^()]{0,40}\))\s*$`)

func withoutSuffix(s string) string {
	for range 3 {
		if last := s[strings.LastIndexAny(s, " /,(")+1:]; !suffixEnds.Has(strings.ToLower(last)) && !strings.HasSuffix(s, ")") && !strings.Contains(s, "tarafından") {
			break // spares most names the slow pattern
		}
		cut := suffixes.ReplaceAllString(s, "")
		if cut == s || cut == "" {
			break
		}
		s = cut
	}
	return s
}

// suffixEnds are the last words of suffixes.
var suffixEnds = set(`dpa afp ap reuters upi ansa efe ntb tt ritzau apa pa pap čtk ctk stt anp belga lusa sda keystone-sda press france-presse association agencies agencias agenturen agences agenzie
	기자 記者 记者`)

var (
	// addresses are those of mail and of pages.
	addresses = lazyregexp.New(`[(<\[]?\S*(?:://|@)\S*\.\S+[)>\]]?`)
	// others are named for something else than the text.
	others = lazyregexp.New(`(?i)^(?:edit(?:ed|ing)|photo\S*|photos?|pictures?|images?|illustrat\S+|translated|video|graphics?|produc(?:ed|ing)|reviewed|fact[- ]checked|fotos?|bilder|bild|photographies|ilustraci\S+|traduc\S+|übersetz\S+|redigiert|foto\S*|updated)(?: by| von| par| por| di| av| door|:)\s`)
	// readingTime says how long an article takes to read.
	readingTime = lazyregexp.New(`(?i)(?:(?:reading time|read time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|tempo de leitura|leestijd|lästid|lesetid|læsetid|lukuaika|czas czytania|doba čtení|время чтения|okuma süresi|olvasási idő|timp de citire|waktu baca)[:\s]*(?:ca\.? |env\. )?)?` +
		`\d{1,3}[\s-]*(?:min(?:ut[eonis]{0,3}|utes|uten|uti|utos|uter|utter|uuttia)?\b\.?|mins\b|мин\S*|λεπτ\S*|dk\b\.?|dakika|perc|menit|分钟|分鐘|分|분)(?:[\s-]*(?:read(?:ing)?\b|to read|de lecture|de lectura|de leitura|di lettura|lesezeit|leestijd|läsning|lesing|læsning|czytania|čtení|чтения|olvasás|okuma|baca))?`)
	// divider divides what is written beside one another.
	divider   = lazyregexp.New(`\s*[|·•▪●⋅/\n]\s*|\s+[–—-]\s+|\s{3,}`)
	dividers  = "|·•▪●⋅/\n–—-" // without one of these, or a gap, it does not match
	domainEnd = lazyregexp.New(`(?i)^[\w-]+\.(?:com|org|net|de|fr|co|uk|info|news|example)\b`)
)

// conjunctions stand between the last names of a list.
var conjunctions = set(`and & und et y e i a og och ja en és si și şi ve dan и та και`)

// generations follow names of father and son.
var generations = set(`jr jr. sr sr. ii iii iv`)

// places lead to where the bearer of a name works.
var places = set(`in à en aus i w в for für pour at bei aan`)

// nobody are words that stand where a name does when there is none.
var nobody = set(`by admin administrator editor staff webmaster unknown null undefined none guest anonymous redaktion redazione redacción redacao redação
	rédaction redactie redaktionen redakcja redakce редакция szerkesztőség news newsroom agencies agencias agenturen author published updated share follow ma md mba phd ph.d mph rn`)

func set(list string) *wordset.Set { return wordset.Words(list) }
