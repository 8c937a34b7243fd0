package diffview

import "testing"

func TestPolarityClashes(t *testing.T) {
	checkClashes(t, polarityClashes, []clashCase{
		{"never", "Ada Falk never signed the contract.", "Ada Falk signed the contract in May.", "never signed|signed"},
		{"did not", "The backup motor did not start, Rehn said.", "She said the backup engine had started as designed.", "did not start|had started"},
		{"failed to", "The engine failed to start.", "The engine started.", "failed to start|started"},
		{"refused to is did not", "Ada Falk refused to sign the contract.", "Ada Falk did not sign the contract.", ""},
		{"failed to is did not", "The engine failed to start.", "The engine did not start.", ""},
		{"a parted negation", "The case hadn't been submitted.", "The case hadn ’ t been submitted.", ""},
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

func TestOppositeClashes(t *testing.T) {
	checkClashes(t, oppositeClashes, []clashCase{
		{"convicted, acquitted", "John Marlow was convicted of fraud on Monday.", "John Marlow was acquitted of fraud on Monday.", "was convicted|was acquitted"},
		{"admitted, denied", "John Marlow admitted the theft.", "Mr. Marlow denied the theft in court. John Marlow is 43.", "admitted|denied"},
		{"another person", "John Marlow was convicted of fraud.", "Ada Falk was acquitted of fraud.", ""},
		{"another charge", "John Marlow was convicted of fraud.", "John Marlow was acquitted of murder.", ""},
		{"a negation between", "John Marlow was not convicted of fraud.", "John Marlow was acquitted of fraud.", ""},
		{"both are told", "John Marlow was convicted of fraud. He had been acquitted before.", "John Marlow was acquitted of fraud.", ""},
		{"a condition", "If John Marlow is convicted of fraud, he will resign.", "John Marlow was acquitted of fraud.", ""},
	})
}
