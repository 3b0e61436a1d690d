/** An amount of money in whole fen (分; 100 fen are 1 yuan). Always a safe integer; the wire and the store hold the same number. */
export type Fen = number;

/** Basis points (基点): 10,000 are the whole. */
export type Bp = number;

/** Parts per million, for annual rates finer than a basis point: 4.785 % is 47,850. */
export type Ppm = number;
