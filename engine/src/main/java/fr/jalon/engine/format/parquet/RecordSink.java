package fr.jalon.engine.format.parquet;

import java.io.IOException;

/** Takes records value by value; an absent value is not given. */
public interface RecordSink {
  void text(ParquetColumn column, String value) throws IOException;

  /** A value of which nothing says that it is text; the bytes are only lent. */
  void binary(ParquetColumn column, byte[] bytes, int offset, int length) throws IOException;

  void endRecord() throws IOException;

  /** False once enough records were given. */
  boolean wantsMore();
}
