package fr.jalon.engine.format.geo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes FlatBuffers messages for tests: a table is a list of its fields, in order. */
final class FlatFile {
  /** The fields of a table; null is a field that is not there. */
  record Fields(List<@Nullable Object> values) {
    static Fields of(@Nullable Object... values) {
      return new Fields(Arrays.asList(values));
    }
  }

  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  private FlatFile() {}

  /** A whole file: mark, header, features. */
  static byte[] of(Fields header, int indexBytes, Fields... features) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {'f', 'g', 'b', 3, 'f', 'g', 'b', 1});
    out.writeBytes(message(header));
    out.writeBytes(new byte[indexBytes]);
    for (Fields feature : features) {
      out.writeBytes(message(feature));
    }
    return out.toByteArray();
  }

  private static byte[] message(Fields root) {
    FlatFile file = new FlatFile();
    file.bytes.putInt(0).putInt(0);
    int table = file.table(root);
    int length = file.bytes.position() - 4;
    file.bytes.putInt(0, length).putInt(4, table - 4);
    return Arrays.copyOf(file.bytes.array(), file.bytes.position());
  }

  private int table(Fields fields) {
    int count = fields.values().size();
    int vtable = bytes.position();
    bytes.position(vtable + 4 + 2 * count);
    int table = bytes.position();
    bytes.putInt(table - vtable);
    bytes.putShort(vtable, (short) (4 + 2 * count));
    int[] places = new int[count];
    for (int i = 0; i < count; i++) {
      Object value = fields.values().get(i);
      if (value == null) {
        continue;
      }
      places[i] = bytes.position();
      bytes.putShort(vtable + 4 + 2 * i, (short) (places[i] - table));
      if (value instanceof Byte number) {
        bytes.put(number);
      } else if (value instanceof Short number) {
        bytes.putShort(number);
      } else if (value instanceof Long number) {
        bytes.putLong(number);
      } else {
        bytes.putInt(value instanceof Integer number ? number : 0);
      }
    }
    bytes.putShort(vtable + 2, (short) (bytes.position() - table));
    for (int i = 0; i < count; i++) {
      Object value = fields.values().get(i);
      if (value != null && !(value instanceof Number)) {
        int target = target(value);
        bytes.putInt(places[i], target - places[i]);
      }
    }
    return table;
  }

  private int target(Object value) {
    if (value instanceof Fields fields) {
      return table(fields);
    }
    int start = bytes.position();
    if (value instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      bytes.putInt(utf8.length).put(utf8);
    } else if (value instanceof byte[] list) {
      bytes.putInt(list.length).put(list);
    } else if (value instanceof double[] list) {
      bytes.putInt(list.length);
      for (double each : list) {
        bytes.putDouble(each);
      }
    } else if (value instanceof int[] list) {
      bytes.putInt(list.length);
      for (int each : list) {
        bytes.putInt(each);
      }
    } else if (value instanceof List<?> tables) {
      bytes.putInt(tables.size());
      bytes.position(bytes.position() + 4 * tables.size());
      for (int i = 0; i < tables.size(); i++) {
        int place = start + 4 + 4 * i;
        bytes.putInt(place, table((Fields) tables.get(i)) - place);
      }
    }
    return start;
  }
}
