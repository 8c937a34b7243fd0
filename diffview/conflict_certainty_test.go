package diffview

import "testing"

func TestCertaintyClashes(t *testing.T) {
	checkClashes(t, certaintyClashes, []clashCase{
		{"a bound and the figure", "Six people were hurt in the crash.", "At least six people were hurt in the crash.", "Six|At least six"},
		{"another figure", "Eight people were hurt in the crash.", "At least six people were hurt in the crash.", ""},
		{"bounds in both", "More than six people were hurt in the crash.", "At least six people were hurt in the crash.", ""},
		{"the bound is told elsewhere", "Six people were hurt in the crash.\n\nAt least six were taken away.", "At least six people were hurt in the crash.", ""},
		{"a round number", "The strike hit 800,000 workers in the north.", "The strike hit more than 800,000 workers in the north.", ""},
		{"statistics", "He won in six rounds.", "He won after more than six rounds.", ""},
		{"about is no bound", "Six people were hurt in the crash.", "About six people were hurt in the crash.", ""},
		{"confirmed once", "A gust pushed the cable off its wheels, the inspectorate confirmed.", "The inspectorate has yet to confirm that a gust pushed the cable off.", "confirmed|yet to confirm"},
		{"confirmed twice", "A gust pushed the cable off its wheels, the inspectorate confirmed.", "The inspectorate has confirmed that a gust pushed the cable off.", ""},
		{"none, and none confirmed", "There were no casualties in the camp.", "There have been no casualties or deaths confirmed in the camp.", "no casualties|no casualties or deaths confirmed"},
		{"none, and no reports of any", "There were no injuries in the harbour.", "There were no immediate reports of injuries in the harbour.", "no injuries|no immediate reports of injuries"},
		{"none heard of by either", "No injuries were reported in the harbour.", "There were no immediate reports of injuries in the harbour.", ""},
		{"not yet", "The inspectorate confirmed the cause on Friday.", "The inspectorate will not confirm the cause until its men have seen the tower.", ""},
		{"promised and hinted", "Mayor Paula Quist promised on Friday to close the line.", "Mayor Paula Quist hinted on Friday that she would close the line.", "promised|hinted"},
		{"promised twice", "Mayor Paula Quist promised on Friday to close the line.", "Mayor Paula Quist vowed on Friday to close the line.", ""},
		{"promised by another", "The mayor promised on Friday to close the line.", "Highline hinted on Friday that it would close the line.", ""},
		{"not promised", "Mayor Paula Quist has not promised to close the line.", "Mayor Paula Quist hinted on Friday that she would close the line.", ""},
		{"decided and open", "Highline Lifts has decided to close the line.", "Highline Lifts said it was open to closing the line.", "decided to|open to"},
		{"the first or one of many", "Quist confirmed that Leo Farrant is her top choice for the post.", "Quist named Leo Farrant as a finalist for the post.", "top choice|finalist"},
		{"a manner of citing", "The team is reportedly weighing a move to the capital.", "The team is weighing a move to the capital.", ""},
	})
}
