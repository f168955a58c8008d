package fr.jalon.engine.format.geo;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dBASE table by itself: an old office program's, or the attributes of a shapefile whose shapes
 * were left behind.
 */
public final class DbfFormat implements Format {
  @Override
  public String code() {
    return "dbf";
  }

  @Override
  public Family family() {
    return Family.RECORDS;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("dbf"));
  }

  @Override
  public boolean takesEncoding() {
    return true;
  }

  @Override
  public boolean mayBePacked() {
    return true;
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    return Dbf.looksLikeOne(source.path(), source.size());
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    Features features = new Features(source.work());
    boolean done = false;
    try {
      Charset charset = charset(source.path(), options.encoding());
      try (Dbf table = new Dbf(open(source.path()))) {
        table.read(charset, features);
      }
      Table table =
          features.table(code(), charset.name().toLowerCase(Locale.ROOT), false, null, List.of());
      done = true;
      return table;
    } catch (RefusedException e) {
      throw e.unreadable();
    } finally {
      if (!done) {
        features.close();
      }
    }
  }

  private static Charset charset(Path path, @Nullable String asked) throws IOException {
    Charset wanted = asked == null ? null : Dbf.declared(asked);
    if (wanted != null) {
      return wanted;
    }
    try (Dbf table = new Dbf(open(path))) {
      return table.charset(null);
    }
  }

  private static InputStream open(Path path) throws IOException {
    return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
  }
}
