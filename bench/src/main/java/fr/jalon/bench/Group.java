package fr.jalon.bench;

/**
 * A kind of pollution, with how often it is met.
 *
 * <p>Kinds and weights are those of Vitagliano et al., "Pollock: a data loading benchmark", PVLDB
 * 16 (2023): a weight is the number of files, of the 3 712 surveyed there, that have the fault.
 * {@link #DELIMITER_PIPE} is not in that list and weighs as little as what was met least.
 */
enum Group {
  SOURCE("as it should be", 1),
  EMPTY_FILE("empty file", 15),
  NO_FINAL_NEWLINE("no end to the last record", 184),
  DOUBLE_FINAL_NEWLINE("two ends to the last record", 5),
  NO_HEADER("no header", 470),
  TWO_HEADERS("header of 2 rows", 47),
  THREE_HEADERS("header of 3 rows", 47),
  PREAMBLE("preamble", 282),
  SECOND_TABLE_NARROWER("second table, narrower", 62.67),
  SECOND_TABLE_SAME("second table, as wide", 62.67),
  SECOND_TABLE_WIDER("second table, wider", 62.67),
  HEADER_ONLY("header only", 3),
  ONE_ROW("one data row", 4),
  LESS_DELIMITER("one delimiter less", 247.1),
  MORE_DELIMITER("one delimiter more", 278),
  STRAY_QUOTE("one stray quote", 7),
  ROW_DELIMITER("one row with spaces for commas", 12),
  RECORD_END_LF("records end with LF", 1691),
  RECORD_END_CR("records end with CR", 7),
  DELIMITER_SEMICOLON("delimiter ;", 834),
  DELIMITER_TAB("delimiter tab", 4),
  DELIMITER_COMMA_SPACE("delimiter comma and space", 101),
  DELIMITER_SPACE("delimiter space", 4),
  DELIMITER_PIPE("delimiter |", 1),
  QUOTE_APOSTROPHE("quote '", 11),
  ESCAPE_BACKSLASH("escape \\", 1),
  ESCAPE_NONE("quotes not escaped", 7);

  final String label;
  final double weight;

  Group(String label, double weight) {
    this.label = label;
    this.weight = weight;
  }
}
