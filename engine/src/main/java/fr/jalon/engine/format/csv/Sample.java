package fr.jalon.engine.format.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Enough of a file to tell its dialect: the whole of a small one; of a larger one the beginning,
 * some of the middle and the end, each from the start of a line.
 */
record Sample(List<byte[]> parts, boolean bareReturns, long lineFeeds, long pairs, long returns) {
  private static final int WHOLE = 1 << 20;
  private static final int HEAD = 256 << 10;
  private static final int PART = 64 << 10;
  private static final int MIDDLES = 4;

  static Sample of(Path path, long from) throws IOException {
    List<byte[]> parts = new ArrayList<>();
    try (FileChannel file = FileChannel.open(path)) {
      long size = file.size();
      if (size - from <= WHOLE) {
        parts.add(read(file, from, (int) (size - from)));
      } else {
        parts.add(read(file, from, HEAD));
        long step = (size - from - HEAD) / (MIDDLES + 1);
        for (int i = 1; i <= MIDDLES; i++) {
          parts.add(fromLineStart(read(file, from + HEAD + i * step, PART)));
        }
        parts.add(fromLineStart(read(file, size - PART, PART)));
      }
    }
    return of(parts);
  }

  static Sample of(List<byte[]> parts) {
    long lineFeeds = 0;
    long pairs = 0;
    long returns = 0;
    for (byte[] part : parts) {
      for (int i = 0; i < part.length; i++) {
        if (part[i] == '\n') {
          lineFeeds++;
        } else if (part[i] == '\r') {
          boolean doubled = i + 2 < part.length && part[i + 1] == '\r' && part[i + 2] == '\n';
          if (doubled || i + 1 < part.length && part[i + 1] == '\n') {
            pairs++;
            i += doubled ? 2 : 1;
          } else if (i + 1 < part.length) {
            returns++;
          }
        }
      }
    }
    long feeds = lineFeeds + pairs;
    boolean bare = returns > 0 && (feeds == 0 || returns * 5 >= feeds);
    return new Sample(parts, bare, lineFeeds, pairs, returns);
  }

  private static byte[] read(FileChannel file, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      continue;
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private static byte[] fromLineStart(byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (part[i] == '\n' || part[i] == '\r' && i + 1 < part.length && part[i + 1] != '\n') {
        return Arrays.copyOfRange(part, i + 1, part.length);
      }
    }
    return new byte[0];
  }
}
