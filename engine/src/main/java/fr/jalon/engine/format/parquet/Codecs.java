package fr.jalon.engine.format.parquet;

import fr.jalon.engine.format.RefusedException;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;

/** Unpacks pages. What comes out has the length the page announces, or the page is broken. */
final class Codecs {
  private static final int NONE = 0;
  private static final int SNAPPY = 1;
  private static final int GZIP = 2;
  private static final int LZ4_FRAMED = 5;
  private static final int ZSTD = 6;
  private static final int LZ4 = 7;

  private Codecs() {}

  /** Unpacks {@code length} bytes from {@code offset} into an array of {@code size}. */
  static byte[] unpack(int codec, byte[] packed, int offset, int length, int size)
      throws RefusedException {
    byte[] out = new byte[size];
    try {
      int written =
          switch (codec) {
            case NONE -> copy(packed, offset, length, out);
            case SNAPPY ->
                new SnappyDecompressor().decompress(packed, offset, length, out, 0, size);
            case GZIP -> gunzip(packed, offset, length, out);
            case ZSTD -> new ZstdDecompressor().decompress(packed, offset, length, out, 0, size);
            case LZ4 -> new Lz4Decompressor().decompress(packed, offset, length, out, 0, size);
            case LZ4_FRAMED -> framed(packed, offset, length, out);
            default -> throw new RefusedException("parquet-codec");
          };
      if (written != size) {
        throw ThriftInput.broken();
      }
      return out;
    } catch (MalformedInputException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw ThriftInput.broken();
    }
  }

  private static int copy(byte[] packed, int offset, int length, byte[] out) {
    System.arraycopy(packed, offset, out, 0, length);
    return length;
  }

  private static int gunzip(byte[] packed, int offset, int length, byte[] out)
      throws RefusedException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(packed, offset, length))) {
      return in.readNBytes(out, 0, out.length);
    } catch (IOException e) {
      throw ThriftInput.broken();
    }
  }

  /** The older LZ4: lengths before each block, as Hadoop writes them; some writers had none. */
  private static int framed(byte[] packed, int offset, int length, byte[] out)
      throws RefusedException {
    ByteBuffer in = ByteBuffer.wrap(packed, offset, length);
    int written = 0;
    while (in.remaining() > 8) {
      int size = in.getInt();
      int block = in.getInt();
      if (size < 0 || size > out.length - written || block < 0 || block > in.remaining()) {
        if (written > 0) {
          throw ThriftInput.broken();
        }
        return new Lz4Decompressor().decompress(packed, offset, length, out, 0, out.length);
      }
      written += new Lz4Decompressor().decompress(packed, in.position(), block, out, written, size);
      in.position(in.position() + block);
    }
    return written;
  }
}
