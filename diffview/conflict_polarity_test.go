package diffview

import "testing"

func TestPolarityClashes(t *testing.T) {
	checkClashes(t, polarityClashes, []clashCase{
		{"never", "Ada Falk never signed the contract.", "Ada Falk signed the contract in May.", "never signed|signed"},
		{"did not", "The backup motor did not start, Rehn said.", "She said the backup engine had started as designed.", "did not start|had started"},
		{"failed to", "The engine failed to start.", "The engine started.", "failed to start|started"},
		{"refused to is did not", "Ada Falk refused to sign the contract.", "Ada Falk did not sign the contract.", ""},
		{"failed to is did not", "The engine failed to start.", "The engine did not start.", ""},
		{"another object", "Ada Falk never signed the contract.", "Ada Falk signed the petition.", ""},
		{"another subject", "Ada Falk never signed the contract.", "John Marlow signed the contract.", ""},
		{"he is another", "Ada Falk never signed the contract.", "It was John Marlow's idea and he signed the contract.", ""},
		{"not only", "Ada Falk not only signed the contract.", "Ada Falk signed the contract.", ""},
		{"two negations", "Ada Falk never refused to sign the contract.", "Ada Falk did sign the contract.", ""},
		{"a question", "Did Ada Falk not sign the contract?", "Ada Falk did sign the contract.", ""},
		{"a condition", "If Ada Falk did not sign the contract, it is void.", "Ada Falk did sign the contract.", ""},
		{"a denial reported", "Ada Falk denied the claim and said she did not sign the contract.", "Ada Falk signed the contract.", ""},
		{"a wish and a fact", "Ada Falk would not sign the contract.", "Ada Falk signed the contract.", ""},
		{"a noun", "Ada Falk did not visit Tolvane.", "Ada Falk spoke of her visit to Tolvane.", ""},
		{"both are told", "Ada Falk never signed the contract.", "Ada Falk signed the contract, her lawyer said. Ada Falk never signed the contract, said another.", ""},
		{"no such thing elsewhere", "Ada Falk did not sign the contract.", "Ada Falk signed no contract.", ""},
	})
}
