package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Limits;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.table.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A JSON file and its encoding, read as tokens under limits. Small slips of hand-made files
 * (trailing commas, raw tabs, NaN) are let through.
 */
record JsonInput(Path path, Charset charset, int bom) {
  private static final int HEAD_BYTES = 1 << 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Limits.JSON_DEPTH)
                  .maxNumberLength(Limits.JSON_NUMBER_LENGTH)
                  .maxNameLength(Limits.JSON_NAME_LENGTH)
                  .maxStringLength(Limits.VALUE_BYTES)
                  .build())
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Looks at the whole file for its encoding: UTF-8 unless its bytes are not. */
  static JsonInput of(Path path) throws IOException {
    byte[] start = start(path, 4);
    JsonInput marked = marked(path, start);
    if (marked.bom > 0 || marked.charset != StandardCharsets.UTF_8) {
      return marked;
    }
    return Utf8.isValid(path) ? marked : new JsonInput(path, Charset.forName("windows-1252"), 0);
  }

  private static JsonInput marked(Path path, byte[] start) {
    int first = start.length > 0 ? start[0] & 0xff : 0;
    int second = start.length > 1 ? start[1] & 0xff : 0xff;
    int third = start.length > 2 ? start[2] & 0xff : 0xff;
    if (first == 0xef && second == 0xbb && third == 0xbf) {
      return new JsonInput(path, StandardCharsets.UTF_8, 3);
    }
    if (first == 0xff && second == 0xfe) {
      return new JsonInput(path, StandardCharsets.UTF_16LE, 2);
    }
    if (first == 0xfe && second == 0xff) {
      return new JsonInput(path, StandardCharsets.UTF_16BE, 2);
    }
    if (first != 0 && second == 0) {
      return new JsonInput(path, StandardCharsets.UTF_16LE, 0);
    }
    return first == 0 && second > 0 && second < 0x80
        ? new JsonInput(path, StandardCharsets.UTF_16BE, 0)
        : new JsonInput(path, StandardCharsets.UTF_8, 0);
  }

  /** IANA name of the encoding, in lower case. */
  String encoding() {
    String name = charset.name().toLowerCase(Locale.ROOT);
    return name.startsWith("utf-16") ? "utf-16" : name;
  }

  JsonParser parser() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    in.skipNBytes(bom);
    if (charset == StandardCharsets.UTF_8) {
      return FACTORY.createParser(ObjectReadContext.empty(), in);
    }
    return FACTORY.createParser(ObjectReadContext.empty(), new InputStreamReader(in, charset));
  }

  /**
   * A parser over the beginning of a file, whose structure only is to be looked at; null when it
   * does not begin as JSON does.
   */
  static @Nullable JsonParser head(Path path) throws IOException {
    byte[] bytes = start(path, HEAD_BYTES);
    JsonInput marked = marked(path, bytes);
    Charset wide =
        marked.charset == StandardCharsets.UTF_8 ? StandardCharsets.ISO_8859_1 : marked.charset;
    String text = new String(bytes, marked.bom, bytes.length - marked.bom, wide);
    String trimmed = text.stripLeading();
    if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
      return null;
    }
    Reader reader = new StringReader(trimmed);
    return FACTORY.createParser(ObjectReadContext.empty(), reader);
  }

  /** The refusal of a file that is not the JSON it began as. */
  static RefusedException refused(JacksonException problem) {
    if (problem instanceof StreamConstraintsException) {
      String message = String.valueOf(problem.getMessage());
      return new RefusedException(message.contains("nesting") ? "json-too-deep" : "json-too-long");
    }
    var place = problem.getLocation();
    String line = place == null ? "?" : Integer.toString(place.getLineNr());
    return new RefusedException(new Refusal("corrupt-json", Map.of("line", line)));
  }

  private static byte[] start(Path path, int most) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(most);
    }
  }
}
