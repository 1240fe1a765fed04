package wallet

import "strconv"

// HashMessage returns the digest that personal_sign signs (EIP-191, version 0x45):
// keccak256("\x19Ethereum Signed Message:\n" ‖ length in bytes, decimal ‖ text).
func HashMessage(text string) [32]byte {
	return Text("\x19Ethereum Signed Message:\n" + strconv.Itoa(len(text)) + text)
}
