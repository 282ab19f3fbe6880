package model

// InputError says what is wrong with an argument. Clients see the message.
type InputError struct{ Message string }

// Error implements error.
func (e *InputError) Error() string { return e.Message }
