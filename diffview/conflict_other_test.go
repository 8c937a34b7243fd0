package diffview

import "testing"

func TestPartClashes(t *testing.T) {
	checkClashes(t, partClashes, []clashCase{
		{"a part and the whole", "The court overturned a part of the Harbour Act.", "The court voted to overturn the Harbour Act.", "part of the Harbour Act|overturn the Harbour Act"},
		{"destroyed in part", "The quake came at noon and part of a hospital collapsed.", "One of the hospitals in the north was destroyed.", "part of a hospital collapsed|destroyed"},
		{"a part on both sides", "The court overturned a part of the Harbour Act.", "The court overturned some of the Harbour Act.", ""},
		{"as part of", "She was heard as part of the investigation.", "She was heard in the investigation.", ""},
		{"another verb", "The court upheld part of the Harbour Act.", "The court was asked to overturn the Harbour Act.", ""},
		{"disputing a part is disputing", "The mayor disputed parts of the Harbour report.", "The mayor disputed the Harbour report.", ""},
		{"another whole", "The court overturned part of the Harbour Act.", "The court overturned the verdict.", ""},
	})
}

func TestPauseClashes(t *testing.T) {
	checkClashes(t, pauseClashes, []clashCase{
		{"postponed, cancelled", "Tolvane postponed the lantern parade.", "The lantern parade was cancelled in Tolvane.", "postponed|cancelled"},
		{"both", "Tolvane postponed the lantern parade.", "Tolvane postponed the lantern parade, then cancelled it.", ""},
		{"another thing", "Tolvane postponed the lantern parade.", "The ferry to Tolvane was cancelled.", ""},
		{"the same in other words", "Tolvane postponed the lantern parade.", "Tolvane delayed the lantern parade.", ""},
		{"not cancelled", "Tolvane postponed the lantern parade.", "Tolvane did not cancel the lantern parade.", ""},
	})
}
