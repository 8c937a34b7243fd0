package doc

import (
	"strings"
	"testing"

	"parallax/corpus"
	"parallax/corpus/sample"
)

// mentionsIn writes what a text speaks of, a line a mention: the words and
// the fullest name of whom or what they mean.
func mentionsIn(text string) string {
	p := Prepare(corpus.FromText("a.txt", text))
	var out []string
	for _, m := range p.Mentions {
		out = append(out, p.Spelled(m)+" = "+strings.Join(p.Entities[m.Entity].Words, " "))
	}
	return strings.Join(out, "\n")
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"a surname is the last full name's",
			"Mara Quill resigned. Few had expected it. Quill said so herself.",
			"Mara Quill = mara quill\nQuill = mara quill\nherself = mara quill"},
		{"a title before the name is no part of it",
			"On Monday Defense Secretary Tobias Wren spoke. Wren left early.",
			"Tobias Wren = tobias wren\nWren = tobias wren"},
		{"secretary of state",
			"It was Secretary of State Ada Lindqvist who called.",
			"Ada Lindqvist = ada lindqvist"},
		{"secretary of defense, at the beginning of a sentence",
			"Secretary of Defense Ada Lindqvist called.",
			"Ada Lindqvist = ada lindqvist"},
		{"the role means whom it was given to",
			"Ines Falk, the ambassador to Norway, arrived. Later the ambassador spoke.",
			"Ines Falk = ines falk\nambassador = ines falk\nNorway = norway\nambassador = ines falk"},
		{"another word for the role",
			"Prime Minister Lars Vond resigned. Later the premier spoke.",
			"Lars Vond = lars vond\npremier = lars vond"},
		{"but not for another role",
			"Foreign Minister Lars Vond resigned. Later the premier spoke.",
			"Lars Vond = lars vond"},
		{"a short form of the given name",
			"They met Liz Orde. Elizabeth Orde spoke.",
			"Liz Orde = liz orde\nElizabeth Orde = liz orde"},
		{"what a department is of is no title",
			"They asked the U.S. Department of Justice for it.",
			"U.S. Department of Justice = us department justice"},
		{"Mr. and Mrs.",
			"They met Paul Orde and Anna Orde. Mr. Orde spoke and Mrs. Orde listened.",
			"Paul Orde = paul orde\nAnna Orde = anna orde\nOrde = paul orde\nOrde = anna orde"},
		{"she is no man",
			"John Pell met Mary Dunne. She thanked him.",
			"John Pell = john pell\nMary Dunne = mary dunne\nShe = mary dunne\nhim = john pell"},
		{"an acronym stands for the words it was made of",
			"The National Ferry Council met. The NFC said it would wait.",
			"National Ferry Council = national ferry council\nNFC = national ferry council"},
		{"an acronym in brackets",
			"They are Free River Groups (FRGs) by law, and FRGs pay no tax.",
			"Free River Groups = free river groups\nFRGs = free river groups\nFRGs = free river groups"},
		{"a capital that only begins the sentence",
			"Rescuers came. Later the rescuers left.", ""},
		{"a name that begins the sentence",
			"We saw the Osprey. Osprey sank at noon.", "Osprey = osprey\nOsprey = osprey"},
		{"days and months are no names",
			"It was on Monday in March.", ""},
		{"particles belong to the name",
			"A lawyer, Luis de la Vega, left. They saw de la Vega again.",
			"Luis de la Vega = luis vega\nVega = luis vega"},
		{"a space at the apostrophe of a surname",
			"We met Gen. Terrence O’ Shaughnessy. They saw O ' Shaughnessy and O’Shaughnessy again.",
			"Terrence O’ Shaughnessy = terrence o'shaughnessy\nO ' Shaughnessy = terrence o'shaughnessy\nO’Shaughnessy = terrence o'shaughnessy"},
		{"initials",
			"It hired Henry J. Marlow. Marlow starts today.",
			"Henry J. Marlow = henry j marlow\nMarlow = henry j marlow"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := mentionsIn(c.text); got != c.want {
				t.Errorf("%s\ngot\n%s\nwant\n%s", c.text, got, c.want)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"On Monday Defense Secretary Tobias Wren spoke.", "defense secretary"},
		{"The former mayor Ada Lindqvist spoke.", "former mayor"},
		{"The ferry company's operations director, Ada Lindqvist, spoke.", "operations director"},
		{"Then Ada Lindqvist, 43, the company's chief executive, spoke.", "chief executive"},
		{"It was Mexico's ambassador to Norway, Ada Lindqvist, who spoke.", "ambassador"},
		{"Mrs. Ada Lindqvist spoke.", ""},
		{"In Leeds, Ada Lindqvist and the mayor spoke.", ""},
		{"The mayor thanked Ada Lindqvist, police officer Sam Bow and others.", ""},
	} {
		p := Prepare(corpus.FromText("a.txt", c.text))
		got := ""
		for _, e := range p.Entities {
			if e.LastName() == "lindqvist" || e.LastName() == "wren" {
				for _, r := range e.Roles {
					var words []string
					for k := r.First; k < r.Last; k++ {
						words = append(words, p.Tokens[k].Text)
					}
					got += strings.Join(words, " ")
				}
			}
		}
		if got != c.want {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.want)
		}
	}
}

// checkMentions holds what is always so: a mention lies within one sentence,
// mentions are in order, and each is of an entity with a name.
func checkMentions(t *testing.T, p *Doc) {
	at, k := 0, 0
	for s := range p.Sentences {
		for _, m := range p.MentionsOf(s) {
			if m.First < at || m.Last > p.Sentences[s].Last || m.First >= m.Last {
				t.Errorf("%q out of order or sentence", p.Spelled(m))
			}
			if len(p.Entities[m.Entity].Words) == 0 {
				t.Errorf("%q has no name", p.Spelled(m))
			}
			at = m.First
			k++
		}
	}
	if k != len(p.Mentions) {
		t.Errorf("%d of %d mentions lie in sentences", k, len(p.Mentions))
	}
}

func TestMentions(t *testing.T) {
	c, err := sample.Open()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range c.Articles {
		checkMentions(t, Prepare(a))
	}
}

func FuzzNames(f *testing.F) {
	f.Add("Secretary of State Ada Lindqvist, 43, the NFC's U.S.-Mexico envoy, met Mr. de la Vega (FRGs) in Bellingham, Wash. She left.")
	f.Add("THE MAYOR OF TOLVANE QUITS. “Osprey” İstanbul Ǆ. D-N.Y. of the")
	f.Fuzz(func(t *testing.T, text string) {
		checkMentions(t, Prepare(corpus.FromText("a.txt", text)))
	})
}
