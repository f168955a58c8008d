package fr.jalon.bench;

/** A cell as a file has it: its text, and whether it stands between quotes. */
record WrittenCell(String text, boolean quoted) {
  static WrittenCell plain(String text) {
    return new WrittenCell(text, text.contains(",") || text.contains("\""));
  }

  static WrittenCell quoted(String text) {
    return new WrittenCell(text, true);
  }
}
