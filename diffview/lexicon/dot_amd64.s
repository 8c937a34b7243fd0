#include "textflag.h"

// products adds to X7 what 16 bytes of X0 and of X1 give, as four sums: bytes are
// widened to 16 bits with their signs, multiplied, and added in twos.
#define products \
	MOVO      X0, X2 \
	MOVO      X1, X3 \
	PUNPCKLBW X0, X0 \
	PUNPCKLBW X1, X1 \
	PUNPCKHBW X2, X2 \
	PUNPCKHBW X3, X3 \
	PSRAW     $8, X0 \
	PSRAW     $8, X1 \
	PSRAW     $8, X2 \
	PSRAW     $8, X3 \
	PMADDWL   X1, X0 \
	PMADDWL   X3, X2 \
	PADDL     X0, X7 \
	PADDL     X2, X7

#define products16(at) \
	MOVOU at(SI), X0 \
	MOVOU at(DI), X1 \
	products

// func dot(x, y *int8) int32
TEXT ·dot(SB), NOSPLIT, $0-20
	MOVQ x+0(FP), SI
	MOVQ y+8(FP), DI
	PXOR X7, X7
	products16(0)
	products16(16)
	products16(32)
	products16(48)
	products16(64)

	// The last 12 dimensions: the 4 bytes after them are shifted out.
	MOVOU 80(SI), X0
	MOVOU 80(DI), X1
	PSLLO $4, X0
	PSLLO $4, X1
	products

	PSHUFD $0x4E, X7, X0
	PADDL  X0, X7
	PSHUFD $0xB1, X7, X0
	PADDL  X0, X7
	MOVL   X7, ret+16(FP)
	RET
