package diffview

import "testing"

func TestCertaintyClashes(t *testing.T) {
	checkClashes(t, certaintyClashes, []clashCase{
		{"a bound and the figure", "Six people were hurt in the crash.", "At least six people were hurt in the crash.", "Six|At least six"},
		{"another figure", "Eight people were hurt in the crash.", "At least six people were hurt in the crash.", ""},
		{"bounds in both", "More than six people were hurt in the crash.", "At least six people were hurt in the crash.", ""},
		{"the bound is told elsewhere", "Six people were hurt in the crash.\n\nAt least six were taken away.", "At least six people were hurt in the crash.", ""},
		{"a round number", "The strike hit 800,000 workers in the north.", "The strike hit more than 800,000 workers in the north.", ""},
		{"about is no bound", "Six people were hurt in the crash.", "About six people were hurt in the crash.", ""},
		{"confirmed once", "A gust pushed the cable off its wheels, the inspectorate confirmed.", "The inspectorate has yet to confirm that a gust pushed the cable off.", "confirmed|yet to confirm"},
		{"confirmed twice", "A gust pushed the cable off its wheels, the inspectorate confirmed.", "The inspectorate has confirmed that a gust pushed the cable off.", ""},
		{"not yet", "The inspectorate confirmed the cause on Friday.", "The inspectorate will not confirm the cause until its men have seen the tower.", ""},
		{"a manner of citing", "The team is reportedly weighing a move to the capital.", "The team is weighing a move to the capital.", ""},
	})
}
