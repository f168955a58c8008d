package fr.jalon.portal.deposit;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/** What a person says the reading should be, from the form of "Ce n'est pas ça". */
final class Rereading {
  private static final Pattern ROWS = Pattern.compile("[1-9][0-9]{0,8}(?:,[1-9][0-9]{0,8}){0,2}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private Rereading() {}

  /**
   * The corrections already made, and the one of this form. Another sheet or table has its own
   * titles: what was said of those of the one before no longer holds.
   */
  static ReadOptions of(ReadOptions before, MultiValueMap<String, String> form) {
    ReadOptions reading = before;
    String encoding = form.getFirst("encoding");
    if (encoding != null) {
      reading = reading.withEncoding(encoding);
    }
    String delimiter = form.getFirst("delimiter");
    if (delimiter != null) {
      reading = reading.withDelimiter(delimiter);
    }
    String sheet = form.getFirst("sheet");
    if (sheet != null) {
      reading = reading.withSheet(sheet).withTable(null).withShape(null).withHeaderRows(null);
    }
    String table = form.getFirst("table");
    if (table != null) {
      reading = reading.withTable(number(table)).withShape(null).withHeaderRows(null);
    }
    String shape = form.getFirst("shape");
    if (shape != null) {
      Shape wanted = shape(shape);
      reading = reading.withShape(wanted == Shape.ROWS ? null : wanted);
    }
    String hidden = form.getFirst("hidden");
    if (hidden != null) {
      reading = reading.withHidden(hidden.equals("true") ? Boolean.TRUE : null);
    }
    String header = form.getFirst("header");
    return header == null ? reading : reading.withHeaderRows(rows(header));
  }

  /** Without one of the corrections made, or without any. */
  static ReadOptions forget(ReadOptions before, String what) {
    return switch (what) {
      case "encoding" -> before.withEncoding(null);
      case "delimiter" -> before.withDelimiter(null);
      case "sheet" -> before.withSheet(null).withTable(null).withShape(null).withHeaderRows(null);
      case "table" -> before.withTable(null).withShape(null).withHeaderRows(null);
      case "shape" -> before.withShape(null);
      case "header" -> before.withHeaderRows(null);
      case "hidden" -> before.withHidden(null);
      case "schema" -> before;
      case "all" -> ReadOptions.NONE;
      default -> throw unheardOf();
    };
  }

  private static List<Long> rows(String header) {
    if (header.equals(OtherReadings.NO_HEADER)) {
      return List.of();
    }
    if (!ROWS.matcher(header).matches()) {
      throw unheardOf();
    }
    return Arrays.stream(header.split(",")).map(Long::valueOf).toList();
  }

  private static int number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw unheardOf();
    }
    return Integer.parseInt(text);
  }

  private static Shape shape(String name) {
    return Arrays.stream(Shape.values())
        .filter(shape -> shape.name().equals(name))
        .findFirst()
        .orElseThrow(Rereading::unheardOf);
  }

  private static ResponseStatusException unheardOf() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
