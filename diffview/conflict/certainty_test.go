package conflict

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
		{"a manner of citing", "The team is reportedly weighing a move to the capital.", "The team is weighing a move to the capital.", ""},
	})
}
