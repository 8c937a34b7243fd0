package diffview_test

import (
	"testing"

	"parallax/diffview"
)

func TestOtherLanguages(t *testing.T) {
	const (
		english = "The ferry to Lorne was stopped on Tuesday after its engine failed, and the passengers had to wait for three hours in the harbour. The mayor said that it was the second time this year."
		french  = "Le ferry de Lorne a été arrêté mardi après une panne de moteur, et les passagers ont dû attendre trois heures dans le port. Le maire a dit que c'est la deuxième fois cette année."
		again   = "Une panne du moteur a arrêté le ferry de Lorne mardi. Chaque passager attendait trois heures dans les ports de la ligne."
		german  = "Die Fähre nach Lorne wurde am Dienstag nach einem Schaden an der Maschine angehalten, und die Fahrgäste mussten drei Stunden im Hafen warten. Das ist das zweite Mal in diesem Jahr."
		fähre   = "Am Dienstag blieb die Fähre nach Lorne mit einem Schaden liegen. Drei Stunden lang warteten alle Fahrgäste im Hafen."
	)
	for _, tt := range []struct{ left, right, want string }{
		{english, english, ""},
		{french, again, "these articles are in French: words are compared by their stems, not by their meaning"},
		{german, german, ""}, // equal in any language
		{german, fähre, "these articles are in German: words are compared as they are written, not by their meaning"},
		{english, german, "one article is in English, the other in German: only names and numbers are compared"},
	} {
		if got := comparison(tt.left, tt.right).Limits(); got != tt.want {
			t.Errorf("the limits are %q, want %q", got, tt.want)
		}
	}
	// "passagers" and "passager", "port" and "ports" have one stem.
	stems := 0
	for _, l := range comparison(french, again).Links {
		for _, w := range l.Words {
			if w.Kind == diffview.Stem {
				stems++
			}
		}
	}
	if stems == 0 {
		t.Error("no French words correspond by their stem")
	}
}
