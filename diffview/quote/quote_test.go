package quote

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"parallax/corpus"
	"parallax/corpus/corpustest"
	"parallax/corpus/processor"
	"parallax/diffview/doc"
)

// quotationsOf returns an article's quotations, each as "speaker: words".
func quotationsOf(text string) []string {
	p := Find(doc.Prepare(corpus.FromText("a.txt", text)))
	var out []string
	for _, q := range p.QuotationList() {
		out = append(out, q.Speaker+": "+strings.Join(strings.Fields(q.Of(p.Article.Text)), " "))
	}
	return out
}

func TestQuotations(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"the verb after", `“The bridge is safe,” Mayor Paula Quist said on Monday.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"the verb first", `“The bridge is safe,” said Mayor Paula Quist.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"the speaker before", `On Monday Mayor Paula Quist said: “The bridge is safe.”`,
			[]string{"Mayor Paula Quist: The bridge is safe."}},
		{"according to", `The bridge “will not open this year,” according to Paula Quist.`,
			[]string{"Paula Quist: will not open this year,"}},
		{"a surname", `Mayor Paula Quist met the engineers. “The bridge is safe,” Quist said.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"a pronoun", `Mayor Paula Quist met the engineers on Monday. “The bridge is safe,” she said.`,
			[]string{"Mayor Paula Quist: The bridge is safe,"}},
		{"broken", `“The bridge,” Paula Quist said, “is safe for everyone.”`,
			[]string{"Paula Quist: The bridge,", "Paula Quist: is safe for everyone."}},
		{"carried on", `“The bridge is safe,” Paula Quist said. “We will open it tomorrow. Everyone may cross.”`,
			[]string{"Paula Quist: The bridge is safe,", "Paula Quist: We will open it tomorrow. Everyone may cross."}},
		{"over paragraphs", "“The bridge is safe and sound,” Paula Quist said. “We looked at every bolt.\n\n“We will open it tomorrow,” she added.",
			[]string{"Paula Quist: The bridge is safe and sound,", "Paula Quist: We looked at every bolt. “We will open it tomorrow,"}},
		{"over paragraphs without a mark", "Paula Quist said:\n\n\"The bridge is safe and sound. We looked at every bolt.\n\nNobody asked us to.\n\nWe will open it tomorrow.\"\n\nThe harbour is shut.",
			[]string{"Paula Quist: The bridge is safe and sound. We looked at every bolt. Nobody asked us to. We will open it tomorrow."}},
		{"never closed", "Paula Quist said:\n\n\"The bridge is safe and sound.\n\nHenrik Saal was not so sure.\n\n\"We will see about it,\" Henrik Saal said.",
			[]string{"Henrik Saal: We will see about it,"}},
		{"an apposition", `Paula Quist, the mayor of Dunmarrow, said “the bridge is safe.”`,
			[]string{"Paula Quist: the bridge is safe."}},
		{"not the paper told", `In a statement to The Courier, Paula Quist said, “The bridge is safe.”`,
			[]string{"Paula Quist: The bridge is safe."}},
		{"an organisation", `“The bridge is safe,” the Ropeway Inspectorate said.`,
			[]string{"Ropeway Inspectorate: The bridge is safe,"}},
		{"plain words", `“Nobody was hurt at all,” police said.`, []string{"police: Nobody was hurt at all,"}},
		{"nobody", `It was a day of “shouting and broken glass” in the old town.`, []string{": shouting and broken glass"}},
		{"another", `“The bridge is safe,” one engineer said. “It is not at all safe,” said another.`,
			[]string{"one engineer: The bridge is safe,", "another: It is not at all safe,"}},
		{"somebody's, with a name", `“We are lucky to be alive,” added Quist’s husband, Erik.`, []string{"Erik: We are lucky to be alive,"}},
		{"announced without a verb of speech", `Paula Quist, the mayor, put it this way: “The bridge broke like glass.”`, []string{"Paula Quist: The bridge broke like glass."}},
		{"announced by a thing", `The sign at the bridge of Paula Quist was clear: “Nobody may cross it.”`, []string{": Nobody may cross it."}},
		{"the engineer, with a name", `“The bridge is safe,” said the engineer, Erik Ito. “It will hold.”`,
			[]string{"Erik Ito: The bridge is safe,", "Erik Ito: It will hold."}},
		{"a trade before the name", `Farmer Jon Saal lost his house. “I have nothing left,” he said.`, []string{"Jon Saal: I have nothing left,"}},
		{"a surname with an age", `Lund, 52, said that “nobody had told” her of the cracks.`, []string{"Lund: nobody had told"}},
		{"single marks and an apostrophe", `‘It is safe,’ said Paula Quist. ‘The engineers’ report says so.’`,
			[]string{"Paula Quist: It is safe,", "Paula Quist: The engineers’ report says so."}},
		{"German", `„Wir bauen die Brücke wieder auf“, sagte Bürgermeisterin Paula Quist am Montag.`,
			[]string{"Bürgermeisterin Paula Quist: Wir bauen die Brücke wieder auf"}},
		{"German, a name with particles", `„Die Brücke ist sicher“, erklärte Ursula von der Leyen am Montag.`,
			[]string{"Ursula von der Leyen: Die Brücke ist sicher"}},
		{"German, for an office", `„Die Brücke ist sicher“, sagte ein Sprecher des Innenministeriums.`, []string{"Sprecher: Die Brücke ist sicher"}},
		{"French", `« Le pont est sûr », a déclaré la maire Paula Quist aux journalistes.`, []string{"Paula Quist: Le pont est sûr"}},
		{"French, before", `Le maire, Jean Quist, a dit : « Le pont est sûr et neuf. » Il est parti.`, []string{"Jean Quist: Le pont est sûr et neuf."}},
		{"French, the source", `Selon Paula Quist, « le pont est sûr et neuf ».`, []string{"Paula Quist: le pont est sûr et neuf"}},
		{"German, the source", `Bürgermeisterin Paula Quist war dort. Laut Quist ist die Brücke „sicher wie nie“.`, []string{"Bürgermeisterin Paula Quist: sicher wie nie"}},
		{"German, without a verb", `„Die Brücke ist sicher“, so Paula Quist.`, []string{"Paula Quist: Die Brücke ist sicher"}},
		{"signed with a dash", `“The bridge is safe” — Paula Quist.`, []string{"Paula Quist: The bridge is safe"}},
		{"no source", `The sign read “The bridge is safe”, so Paula Quist left.`, []string{"The sign: The bridge is safe"}},
		{"fumed", `“Nobody listened to us,” fumed Henrik Saal.`, []string{"Henrik Saal: Nobody listened to us,"}},
		{"Spanish", `«El puente es seguro», dijo la alcaldesa Paula Quist. El consejo se reúne el viernes.`, []string{"Paula Quist: El puente es seguro"}},
		{"Italian", `“Il ponte è sicuro”, ha detto Paula Quist.`, []string{"Paula Quist: Il ponte è sicuro"}},
		{"Dutch", `“De brug is veilig”, zei burgemeester Paula Quist.`, []string{"Paula Quist: De brug is veilig"}},
		{"Swedish", `”Bron är säker och ny”, säger Paula Quist. Rådet möts på fredag.`, []string{"Paula Quist: Bron är säker och ny"}},
		{"Danish", `»Broen er sikker og ny«, siger Paula Quist. Rådet mødes fredag.`, []string{"Paula Quist: Broen er sikker og ny"}},
		{"Japanese", `「橋は安全だと思う」と市長は述べた。住民は避難した。`, []string{": 橋は安全だと思う"}},
		{"straight marks", `"The bridge is safe," Paula Quist said. It is 6" wider.`, []string{"Paula Quist: The bridge is safe,"}},
		{"single marks", `‘The bridge isn’t closed,’ Paula Quist said.`, []string{"Paula Quist: The bridge isn’t closed,"}},
		{"single within", `“He told us ‘get off the bridge’ and ran,” Paula Quist said.`,
			[]string{"Paula Quist: He told us ‘get off the bridge’ and ran,"}},
		{"German", `„Die Brücke ist sicher“, said Paula Quist.`, []string{"Paula Quist: Die Brücke ist sicher"}},
		{"French", `« Le pont est ouvert », Paula Quist said.`, []string{"Paula Quist: Le pont est ouvert"}},
		{"a word with a grain of salt", `The “experts” met again in Dunmarrow.`, nil},
		{"a title", `She appeared on the programme “Good Morning Dunmarrow” last week.`, nil},
		{"one word said", `Paula Quist called the plan “absurd” on Monday.`, []string{"Paula Quist: absurd"}},
		{"apostrophes", `The players’ union and the drivers’ union met in Dunmarrow.`, nil},
		{"a closing mark lost", "“The bridge is safe, Paula Quist said.\n\nIt opens tomorrow.", []string{"Paula Quist: The bridge is safe,"}},
	} {
		if got := quotationsOf(test.text); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q\ngot  %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

// TestSpeakers holds who is found to speak, and that nobody is where the
// article does not say it plainly.
func TestSpeakers(t *testing.T) {
	const met = "Mayor Paula Quist met Henrik Saal, the prosecutor, on Monday.\n\n"
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a name in an apposition", `“The bridge is safe for everyone,” another official, Harbour Office spokesman Robert Abara, said.`,
			[]string{"Harbour Office spokesman Robert Abara"}},
		{"two descriptions", `“The bridge is safe for everyone,” Jonah Abara, an engineer and a former Harbour Office official, said.`, []string{"Jonah Abara"}},
		{"somebody’s campaigner", met + `“The bridge is perfectly safe for everyone,” said the Quist campaigner.`, []string{"the Quist campaigner"}},
		{"an office that speaks late", met + `“The bridge is perfectly safe for everyone,” said the Harbour Office yesterday.`, []string{"Harbour Office"}},
		{"for somebody", `A spokesperson for Mayor Paula Quist said the bridge was “safe for everyone who crosses.”`, []string{"A spokesperson for Mayor Paula Quist"}},
		{"of somebody", `“The bridge is not safe,” lawyers for the former divers said.`, []string{"lawyers"}},
		{"somebody’s", met + `Quist’s spokesman on Sunday dismissed the report, saying it was “nothing but wishful thinking.”`, []string{"Quist’s spokesman"}},
		{"a bracket", `Henrik Saal (Dunmarrow) called the plan “a tawdry and high-handed stunt” on Monday.`, []string{"Henrik Saal"}},
		{"a verb of speech in a relative clause after it", met + `“The bridge is perfectly safe for everyone, because that is what she said,” Mr. Saal, who three days ago announced his run, said on Sunday.`, []string{"Henrik Saal"}},
		{"a relative clause alone", met + `“The bridge is perfectly safe for everyone,” said Mr. Saal, who three days ago announced his run, on Sunday.`, []string{"Henrik Saal"}},
		{"what a storm claimed", `Paula Quist said her first call after the storm in Lorne, which claimed twenty lives, was “to find out what we could do about it.”`, []string{"Paula Quist"}},
		{"what a council called", `The plan was rejected by the Lorne Council, which called it “far too expensive for such a small town.”`, []string{"Lorne Council"}},
		{"a relative clause", `Jonah Abara, who looked at every bolt last week, called the bridge “perfectly safe for everyone.”`, []string{"Jonah Abara"}},
		{"a clause of speech first", `Calling the plan “a cheap concession,” Paula Quist, the mayor, left the hall.`, []string{"Paula Quist"}},
		{"a participle", `Paula Quist defended the plan on Monday, saying the old bridge had been “totally neglected.”`, []string{"Paula Quist"}},
		{"a statement sent", `Paula Quist released a statement saying, “The bridge is safe for everyone.”`, []string{"Paula Quist"}},
		{"not what it is about", `Paula Quist was told that critics called the story “offensive and wrong to my whole family.”`, []string{"critics"}},
		{"not a medium", `Taking to Chirper, the mayor said the bridge was safe. “Everyone may cross it today,” the mayor wrote.`, []string{"the mayor"}},
		{"she", met + `Quist said the engineers had looked at every bolt. “The bridge is safe,” she said.`, []string{"Mayor Paula Quist"}},
		{"not whom he accuses", met + `“The bridge is not safe,” Saal said. He accused Jonah Abara of “lying to the council.”`, []string{"Henrik Saal", "Henrik Saal"}},
		{"not whom he speaks of", met + `Saal’s remarks came after the vote. Paula Quist answered them. “He may ask us anything,” she said.`, []string{"Mayor Paula Quist"}},
		{"he, of a surname that two have", met + `Edgar Abara and Mary Abara met the divers. Abara said that he was “deeply sorry” for them.` + "\n\n" + `“Our thoughts are with the divers,” he said.`, []string{"Abara", "Abara"}},
		{"he, of somebody without a name", met + `“The bridge is not safe,” one engineer said.` + "\n\n" + `“Nobody should cross it today,” he added.`, []string{"one engineer", "one engineer"}},
		{"a surname that is an office", met + `Rep. Peter King said the plan was wrong. He said Saal was “clearly” taking a side. “Everyone may cross the bridge today,” he told reporters.`, []string{"Rep. Peter King", "Rep. Peter King"}},
		{"a question on a list", met + `Saal was handed a list by the council. “When did you learn of the cracks in the bridge?” one question asks.`, []string{"one question"}},
		{"one who is described", met + `Saal spoke of the ruler often, while the dictator described Saal as a “mentally deranged old man.”`, []string{"the dictator"}},
		{"not a country", `South Lorne sent divers. Mr. Henrik Saal met them. “We thank South Lorne for everything,” he said.`, []string{"Henrik Saal"}},
		{"they", met + `They said they would “try to clarify the plan soon.”`, []string{""}},
		{"an aide before a paragraph", "Quist aides have said the mayor did nothing wrong.\n\n“Be assured that I will run again next year, whatever they say.”", []string{""}},
		{"he is expected to", met + `“We will open the bridge for everyone,” Saal is expected to say.`, []string{"Henrik Saal"}},
		{"he refused to", met + `Saal refused to call the plan “a cheap and dishonest stunt.”`, []string{""}},
		{"a title with of", `“The bridge is safe for everyone,” Secretary of State Paula Quist said.`, []string{"Paula Quist"}},
		{"a document", `The bridge “poses no danger to anyone who crosses it,” according to a report by the engineers.`, []string{"a report"}},
		{"split by the speaker", `“He has a vision,” Jonah Abara, a father, said of Mr. Saal, “and nothing gets in his way.”`, []string{"Jonah Abara", "Jonah Abara"}},
		{"another clause", `Saal wrote that the office “has lost its way,” while Jonah Abara denied everything.`, []string{"Saal"}},
		{"somebody’s announced", `Paula Quist answered that the South’s announced halt was “very significant to us all.”`, []string{"Paula Quist"}},
		{"whom he may dismiss", met + `Saal spoke. On Monday he floated firing Jonah Abara, telling reporters that “many people” wanted it.`, []string{"Henrik Saal"}},
		{"an age", met + "Kenji Gotobe, 47, went to Lorne in May. “I can see the bridge from here,” he wrote.", []string{"Kenji Gotobe"}},
		{"perhaps a person", met + "Rajeev Gillam kept his station open all night. “I want to get out of here too,” he said.", []string{""}},
		{"one of two presidents", "President Paula Quist met Edgar Saal. Quist thanked the divers. Quist left with President Jonah Abara. The president called the plan “a cheap and dishonest stunt.”", []string{"The president"}},
		{"a month", `Theresa May met the divers. The plan is safe, May said, calling it “good for all of us.”`, []string{"May"}},
		{"two of one surname", `Paula Quist and Edgar Quist came. “The bridge is safe for everyone,” Quist said.`, []string{"Quist"}},
		{"an apposition with a name", `The vote followed criticism from engineers like councillor Jonah Abara, the senior member of the Lorne Committee on Water Courses, who said in a statement that “somebody has to pay for all this.”`, []string{"councillor Jonah Abara"}},
		{"another speaker after a quotation", `The plan met with anger from figures including Paula Quist, who called for the council to “abolish every toll”, and Mary Abara West, an advocate for the divers, who said the plan was “a tragic example of waste.”`, []string{"Paula Quist", "Mary Abara West"}},
		{"nobody's verb after a quotation", met + `Quist described the talks as going “nowhere at all,” a gloomier view than that of the prosecutor, who on Sunday said: “We are moving closer together.”`, []string{"Mayor Paula Quist", ""}},
		{"a quotation in a relative clause", `Paula Quist, who described the plan as “the servant of the rich,” said in a statement that it was “meant for them.”`, []string{"Paula Quist", "Paula Quist"}},
		{"an agency in the dateline", `(LNN) – The second officer of the Harbour Office criticized the divers and expressed hope that the “angry mood of the town” would change.`, []string{"The second officer of the Harbour Office"}},
		{"woven into a sentence", `“We will announce what we decided to do based on” the office’s “inquiry into the state of the bridge,” said Paula Quist, the mayor.`, []string{"Paula Quist", "Paula Quist"}},
		{"two speakers in a sentence", `“We are sorry for it,” reads a sign before the “house of a hundred horrors,” said Paula Quist.`, []string{"a sign", "Paula Quist"}},
		{"a transcript", `QUIST: “The bridge is safe for everyone who crosses it.”`, []string{"QUIST"}},
	} {
		p := Find(doc.Prepare(corpus.FromText("a.txt", test.text)))
		var got []string
		for _, q := range p.QuotationList() {
			got = append(got, q.Speaker)
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q\ngot  %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

// TestForgottenMarks holds that a quotation ends where its words do when the
// closing mark is missing, and that one that runs on keeps all its words.
func TestForgottenMarks(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `"We will rebuild it before winter, Mayor Ann Lund said. "It is our duty," she added. The council meets on Friday.`,
			[]string{"Mayor Ann Lund: We will rebuild it before winter,", "Mayor Ann Lund: It is our duty,"}},
		{"curly", `“We will rebuild it before winter, Mayor Ann Lund said. “It is our duty,” she added.`,
			[]string{"Mayor Ann Lund: We will rebuild it before winter,", "Mayor Ann Lund: It is our duty,"}},
		{"the verb first", `“We will rebuild it before winter, said Ann Lund. “It is our duty,” she added.`,
			[]string{"Ann Lund: We will rebuild it before winter,", "Ann Lund: It is our duty,"}},
		{"at the end of a paragraph", "\"We will rebuild it, Ann Lund said.\n\n\"It is our duty,\" she added.",
			[]string{"Ann Lund: We will rebuild it,", "Ann Lund: It is our duty,"}},
		{"with nothing after it", "“We will rebuild it before winter, Ann Lund said. The council meets on Friday.", []string{"Ann Lund: We will rebuild it before winter,"}},
		{"of a few words", "Ann Lund called the plan “a disgrace to us all and left the hall. The council meets on Friday.", []string{"Ann Lund: a disgrace to us all and left the hall."}},
		{"the speaker’s own words", `“I was there, I said. Nobody came,” Ann Lund said.`, []string{"Ann Lund: I was there, I said. Nobody came,"}},
		{"over paragraphs", "Ann Lund said: “We will rebuild it.\n\n“It is our duty.\n\n“The council meets on Friday.”\n\nNobody was hurt.",
			[]string{"Ann Lund: We will rebuild it. “It is our duty. “The council meets on Friday."}},
		{"each sentence opened", `Ann Lund said: “We will rebuild it. “It is our duty. “The council meets on Friday.”`,
			[]string{"Ann Lund: We will rebuild it. “It is our duty. “The council meets on Friday."}},
		{"within", `“He said “get off the bridge” and ran,” Ann Lund said.`, []string{"Ann Lund: He said “get off the bridge” and ran,"}},
		{"letters left out", `Ann Lund said the ’90s were ‘the best of times’ for rock ’n’ roll.`, []string{"Ann Lund: the best of times"}},
	} {
		if got := quotationsOf(test.text); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %q\ngot  %q\nwant %q", test.name, test.text, got, test.want)
		}
	}
}

// TestHostileSentences holds that texts of sentences or quotations without an end
// cost no more than their length. The limit is ten times what they take.
func TestHostileSentences(t *testing.T) {
	corpustest.Measures(t)
	for _, text := range []string{
		strings.Repeat("he said ", 20_000),
		strings.Repeat("“a ", 20_000) + strings.Repeat("said Paula Quist, ", 5_000),
		strings.Repeat("“We will, he told them, go.\n\n", 3_000),
		strings.Repeat("Paula Quist told reporters that “the council will not pay for this” and ", 10_000),
		strings.Repeat("“the council will not pay for this” and ", 10_000),
	} {
		d := doc.Prepare(corpus.FromText("a.txt", text))
		took := processor.Work(func() { Find(d) })
		if took > 3*time.Second {
			t.Errorf("%q…: %v", text[:20], took)
		}
	}
}

func BenchmarkFindQuotations(b *testing.B) {
	text := strings.Repeat("“The old bridge is perfectly safe and will open on Monday,” Mayor Paula Quist said. The engineers had looked at every bolt since the storm.\n\n", 40)
	p := Find(doc.Prepare(corpus.FromText("a.txt", text))) // 1,000 words
	b.ReportAllocs()
	for b.Loop() {
		Find(p.Doc)
	}
}
