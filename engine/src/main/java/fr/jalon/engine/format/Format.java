package fr.jalon.engine.format;

import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.util.List;

/** A file format Jalon reads. Stateless. */
public interface Format {
  /** Stable code, as in {@code Reading.format}. */
  String code();

  Family family();

  /**
   * How its files are named and announced, the usual way first; empty when by no way of its own.
   */
  List<FileType> fileTypes();

  /** True when a person may say in which encoding the texts of such a file are. */
  default boolean takesEncoding() {
    return false;
  }

  /** True when such a file may be packed in an archive and read out of it. */
  default boolean mayBePacked() {
    return false;
  }

  /**
   * True when the bytes are of this format, whatever the file's name. Reads the beginning of the
   * file, or the directory of an archive, and never throws on odd content.
   */
  boolean recognizes(Source source) throws IOException;

  /**
   * Reads the file: decides on the whole of it how it is laid out, and gives a table that can be
   * scanned.
   *
   * @throws UnreadableFile with a reason made for people, when it cannot be read
   * @throws IOException when the machine cannot read it
   */
  Table read(Source source, ReadOptions options) throws IOException, UnreadableFile;
}
