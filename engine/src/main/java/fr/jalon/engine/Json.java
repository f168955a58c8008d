package fr.jalon.engine;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way the engine's records are written as JSON and read back: on a pipe, in the database,
 * at a prompt.
 *
 * <p>Field names are those of the records. Unknown fields are ignored when reading, so that what an
 * older Jalon stored can still be read. Thread-safe.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxStringLength(50_000_000)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private Json() {}

  /** One line of JSON, without a line break. */
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** One line in which the names of maps are in order: the same value is always the same text. */
  public static String writeOrdered(Object value) {
    return MAPPER
        .writer()
        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .writeValueAsString(value);
  }

  /** Indented JSON, for people. */
  public static String writeIndented(Object value) {
    return MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
  }

  /** Writes one line of JSON in UTF-8 and flushes. */
  public static void writeLine(OutputStream out, Object value) throws IOException {
    byte[] line = MAPPER.writeValueAsBytes(value);
    out.write(line);
    out.write('\n');
    out.flush();
  }

  /**
   * @throws tools.jackson.core.JacksonException when the text is not JSON of that shape
   */
  public static <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }
}
