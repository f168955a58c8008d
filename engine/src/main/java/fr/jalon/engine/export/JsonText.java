package fr.jalon.engine.export;

/** Text in JSON: quotes, backslashes and control characters escaped, the rest as it is. */
final class JsonText {
  private static final String HEXADECIMAL = "0123456789abcdef";

  private JsonText() {}

  static void put(Bytes out, byte[] bytes, int offset, int length) {
    out.put('"');
    int end = offset + length;
    int copied = offset;
    for (int i = offset; i < end; i++) {
      byte b = bytes[i];
      if (b == '"' || b == '\\' || b >= 0 && b < 0x20) {
        out.put(bytes, copied, i - copied);
        escape(out, b);
        copied = i + 1;
      }
    }
    out.put(bytes, copied, end - copied);
    out.put('"');
  }

  private static void escape(Bytes out, byte b) {
    out.put('\\');
    switch (b) {
      case '"', '\\' -> out.put(b);
      case '\n' -> out.put('n');
      case '\r' -> out.put('r');
      case '\t' -> out.put('t');
      default -> {
        out.put("u00");
        out.put(HEXADECIMAL.charAt(b >> 4));
        out.put(HEXADECIMAL.charAt(b & 15));
      }
    }
  }
}
