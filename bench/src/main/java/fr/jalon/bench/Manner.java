package fr.jalon.bench;

import java.util.List;

/**
 * The characters a table is written with.
 *
 * @param escape what stands before a quote inside a cell
 */
record Manner(String delimiter, String quote, String escape, String end) {
  static final Manner USUAL = new Manner(",", "\"", "\"", "\r\n");

  Manner withDelimiter(String other) {
    return new Manner(other, quote, escape, end);
  }

  Manner withQuote(String other) {
    return new Manner(delimiter, other, escape, end);
  }

  Manner withEscape(String other) {
    return new Manner(delimiter, quote, other, end);
  }

  Manner withEnd(String other) {
    return new Manner(delimiter, quote, escape, other);
  }

  String write(List<List<WrittenCell>> rows) {
    StringBuilder text = new StringBuilder();
    for (List<WrittenCell> row : rows) {
      text.append(record(row)).append(end);
    }
    return text.toString();
  }

  /** A row without the end of its record. */
  String record(List<WrittenCell> row) {
    return String.join(delimiter, row.stream().map(this::cell).toList());
  }

  /** The text of a cell as it is written; the double quotes of the text are escaped always. */
  String cell(WrittenCell cell) {
    String text = cell.text().replace("\"", escape + "\"");
    return cell.quoted() ? quote + text + quote : text;
  }
}
