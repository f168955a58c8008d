package fr.jalon.engine.profile;

/**
 * An estimate of how many different values were seen, within 1 % or so, in 16 KiB.
 *
 * <p>Flajolet, Fusy, Gandouet, Meunier, "HyperLogLog" (2007), with 2^14 registers over 64-bit
 * hashes, so neither of the corrections for 32-bit hashes is needed.
 */
final class HyperLogLog {
  private static final int BITS = 14;
  private static final int REGISTERS = 1 << BITS;

  private final byte[] registers = new byte[REGISTERS];

  void add(long hash) {
    int register = (int) (hash >>> (64 - BITS));
    byte rank = (byte) (Long.numberOfLeadingZeros(hash << BITS | 1L << (BITS - 1)) + 1);
    if (rank > registers[register]) {
      registers[register] = rank;
    }
  }

  long estimate() {
    double sum = 0;
    int zeros = 0;
    for (byte register : registers) {
      sum += Math.scalb(1.0, -register);
      if (register == 0) {
        zeros++;
      }
    }
    double alpha = 0.7213 / (1 + 1.079 / REGISTERS);
    double raw = alpha * REGISTERS * REGISTERS / sum;
    if (raw <= 2.5 * REGISTERS && zeros > 0) {
      return Math.round(REGISTERS * Math.log((double) REGISTERS / zeros));
    }
    return Math.round(raw);
  }
}
