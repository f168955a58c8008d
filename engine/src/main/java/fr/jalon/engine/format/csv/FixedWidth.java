package fr.jalon.engine.format.csv;

import java.util.List;

/**
 * Columns of a file without delimiter, told by their place in the line.
 *
 * @param starts the characters at which cells begin, in order; the first is 0
 * @param utf8 true when a character may take several bytes
 */
record FixedWidth(List<Integer> starts, boolean utf8) {
  FixedWidth {
    starts = List.copyOf(starts);
  }

  /** True when a byte begins a character. */
  boolean begins(byte value) {
    return !utf8 || (value & 0xc0) != 0x80;
  }
}
