package corpus

import "testing"

// Each line is a paragraph by itself in the midst of an article.
func TestDoubtfulLine(t *testing.T) {
	for l, want := range map[string]bool{
		"Photo: AP":                             true,
		"Photograph: Ann Lee/The Lorne Herald":  true,
		"Image credit: Harbour Press":           true,
		"Photo by Ann Lee.":                     true,
		"Photo courtesy of the port":            true,
		"Credit: Ann Lee":                       true,
		"The closed bridge. (AP Photo/Ann Lee)": true,
		"The closed bridge on Monday. Photograph: Ann Lee/Getty Images": true,
		"The closed bridge on Monday (Ann Lee/Reuters)":                 true,
		"The closed bridge seen from the quay — Ann Lee/AFP":            true,
		"Read more: Ferry halted for a week":                            true,
		"RELATED: Ferry halted for a week":                              true,
		"[Read: The price of herring]":                                  true,
		"More from The Lorne Herald":                                    true,
		"Read more about the harbour":                                   true,
		"To see all pictures click here.":                               true,
		"Subscribe to the Harbour podcast for free":                     true,
		"Get our harbour news in your inbox every morning.":             true,
		"Follow Ann Lee on Twitter @annlee":                             true,
		"Do you have a story for us? Write to news@herald.example":      false,
		"Have a tip? Call the newsroom.":                                true,
		"Email Ann Lee at ann.lee@herald.example":                       true,
		"ann.lee@herald.example":                                        true,
		"@annlee":                                                       true,
		"#harbour #bridge":                                              true,
		"Tags: harbour, bridge":                                         true,
		"Ann Lee and Bo Cho contributed to this report.":                true,
		"Additional reporting by Ann Lee and Bo Cho":                    true,
		"(Reporting by Ann Lee; editing by Bo Cho)":                     true,
		"With files from the Coast Courier":                             true,
		"This is a developing story and will be updated.":               true,
		"This article was originally published by the Coast Courier.":   true,
		"The views expressed in this article are the author's own.":     true,

		"The post Ferry halted appeared first on The Lorne Herald.":       true,
		"Der Beitrag Fähre hält erschien zuerst auf Lorner Zeitung.":      true,
		"L’article Le bac est arrêté est apparu en premier sur Courrier.": true,
		"Unsubscribe: https://herald.example/u":                           true,
		"To unsubscribe from this list, write to us.":                     true,
		"View this email in your browser":                                 true,

		"The post of harbour master first appeared on the list in May.":      false,
		"The song appeared first on a record of 1931, the museum said.":      false,
		"He has a photo of the cable, taken in March.":                       false,
		"Photographs show the cable before it broke, and nobody saw it.":     false,
		"Pictures of the cable: nobody had any.":                             false,
		"Read the report, she said: it is all there.":                        false,
		"More than forty ferries run a day, said Ann Lee (the port's head).": false,
		"See you on Monday, he wrote to Ann Lee.":                            false,
		"“Follow us on the quay,” the guide said.":                           false,
		"The port contributed to this year's parade.":                        false,
		"This is a bridge, not a ferry, he said.":                            false,
		"This story has been told on the quay for years.":                    false,
		"Reporting by the police was late, the judge found.":                 false,
		"Credit where it is due, said the mayor.":                            false,
		"In pictures taken at noon the cable is whole.":                      false,
		"Tell it to the marines":                                             false,
		"It cost 40,000 crowns/month in 2024":                                false,
	} {
		p := page{lines: linesOf(l)}
		if got := p.isDoubtful(0, false); got != want {
			t.Errorf("%q is doubtful: %t, want %t", l, got, want)
		}
	}
}

func TestIsMoment(t *testing.T) {
	for l, want := range map[string]bool{
		"on July 13, 2009 at 10:50 AM, updated July 29": true, "02.29.12 4:15 PM": true, "Updated 5:40 p.m. ET": true, "11/28/05": true,
		"12 January 2010 @ 09:29 pm": true, "First Posted: 08/04/11 06:44 PM ET": true,
		"Stand: 03.02.2026, 15:34 Uhr": true, "Publié le 3 mars 2026 à 10h20 – Mis à jour le 4 mars 2026 à 8h": true, "3 марта 2026": true,
		"Am 3. März 2026 fiel die Brücke": false,
		"July 2009":                       false, "2009": false, "26-1": false, "At 10:50 the bridge fell": false, "42,000": false, "": false,
	} {
		if got := isMoment(l); got != want {
			t.Errorf("%q says when and nothing else: %t, want %t", l, got, want)
		}
	}
}

// A headline says more than when and where.
func TestStampIsNoHeadline(t *testing.T) {
	body := "\n\nThe harbour bridge was closed on Monday after an inspector found rust in four of its cables, the port said."
	for l, want := range map[string]string{
		"LORNE, July 2, 2013": "", "Article posted on 08.07.2012": "",
		"Bridge closed in 2 of 3 days": "Bridge closed in 2 of 3 days", "Ferry at 8 a.m., bridge at 9": "Ferry at 8 a.m., bridge at 9",
	} {
		title := FromText("a.txt", l+body).Meta.Title
		if title.Guess && want != "" || !title.Guess && title.Value != want {
			t.Errorf("%q: the title is %q, want %q", l, title.Value, want)
		}
	}
}
