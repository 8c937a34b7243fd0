package dates

import (
	"strings"
	"sync"
)

// A Label is what a text calls a date.
type Label int

const (
	NoLabel Label = iota
	Published
	Updated
)

// publishedWords and updatedWords are the words before a date that say what it
// is, in the languages of monthNamesByNumber.
const (
	publishedWords = `published publishing publication posted post issued created date dated first originally
	veröffentlicht veröffentlichung erschienen publiziert erstellt datum publié publiée publie paru parue publication créé
	publicado publicada publicación publicación fecha creado publicação publicada data pubblicato pubblicata pubblicazione
	gepubliceerd geplaatst verschenen publicerad publicerat publicerades publisert publiceret offentliggjort udgivet
	julkaistu opublikowano opublikowany publikacja publikacji dodano publikováno zveřejněno vydáno vytvořeno
	опубликовано опубликована опубликован дата публикации публикация опубліковано yayınlanma yayın yayınlandı tarihi tarih oluşturulma giriş
	megjelent közzétéve publikálva publicat publicată postat δημοσίευση δημοσιεύτηκε δημοσιεύθηκε diterbitkan terbit dipublikasikan tayang
	نشر نشرت تاريخ النشر`
	updatedWords = `updated update updates modified modification revised edited amended changed
	aktualisiert aktualisierung geändert stand actualisé actualisée modifié modifiée jour actualizado actualizada actualización modificado modificada
	aggiornato aggiornata aggiornamento modifica atualizado atualizada atualização bijgewerkt gewijzigd uppdaterad uppdaterat ändrad oppdatert
	opdateret ændret päivitetty muokattu aktualizacja aktualizacji zaktualizowano aktualizováno upraveno обновлено обновлена изменено оновлено
	güncelleme güncellendi güncellenme frissítve frissült módosítva actualizat actualizată modificat ενημερώθηκε ενημέρωση τροποποιήθηκε
	diperbarui diupdate تحديث آخر`
	// around a label, and nothing by themselves
	labelLeads = `last latest zuletzt letzte mis mise à dernière última ultima ultimo laatst senast sist sidst ostatnia последнее son utolsó ultima on and by
	le la il am el on el em den dne time zeit heure hora ora`
)

// eastAsianLabels are parts of words: there is no space after them.
var eastAsianLabels = []struct {
	part  string
	label Label
}{
	{"更新", Updated}, {"수정", Updated}, {"修正", Updated}, {"编辑", Updated},
	{"公開", Published}, {"掲載", Published}, {"配信", Published}, {"投稿", Published}, {"発表", Published},
	{"发布", Published}, {"發布", Published}, {"发表", Published}, {"時間", Published}, {"时间", Published},
	{"입력", Published}, {"등록", Published}, {"게시", Published}, {"승인", Published},
}

var labelWords = sync.OnceValue(func() map[string]Label {
	const most = 300 // words
	m := make(map[string]Label, most)
	for _, l := range []struct {
		words string
		label Label
	}{{labelLeads, NoLabel}, {publishedWords, Published}, {updatedWords, Updated}} {
		for w := range strings.FieldsSeq(l.words) {
			m[fold(w)] = l.label
		}
	}
	return m
})

// label returns what a token calls the date after it, and whether it does.
func (k token) label() (Label, bool) {
	if k.kind != 'w' {
		return NoLabel, false
	}
	if l, ok := labelWords()[k.text]; ok {
		return l, true
	}
	if k.text[0] >= eastAsia {
		for _, e := range eastAsianLabels {
			if strings.Contains(k.text, e.part) {
				return e.label, true
			}
		}
	}
	return NoLabel, false
}

func (k token) isLabel() bool { _, ok := k.label(); return ok }

// labelBefore goes back from a date over its label, at most to a token, and
// returns the label with the first token of it. Words that only lead to a date
// belong to it when they are next to it; a name that ends in one keeps it, for
// it is written large.
func (t tokens) labelBefore(least, i int) (Label, int) {
	from, label := i, NoLabel
	for k := i - 1; k >= least; k-- {
		word := t[k]
		if word.kind == 's' && word.text != ")" {
			continue
		}
		l, is := word.label()
		switch {
		case is && l != NoLabel:
			if label != Updated { // "Last updated date:"
				label = l
			}
		case is, word.isFiller():
			if k > 0 && word.inName() && (label == NoLabel || !is) {
				return label, from
			}
		default:
			return label, from
		}
		from = k
	}
	return label, from
}

// LabelIn returns what a text without a date calls the one that follows it:
// "Last updated:".
func LabelIn(s string) Label {
	t := tokensOf(s)
	for _, k := range t {
		if _, is := k.label(); !is && !k.isFiller() && k.kind != 'n' {
			return NoLabel
		}
	}
	label, _ := t.labelBefore(0, len(t))
	return label
}

// inName reports whether a word that may lead to a date begins with a capital
// and is not a day of the week: "Ann Le".
func (k token) inName() bool { return k.kind == 'w' && k.large && !weekdays()[k.text] }
