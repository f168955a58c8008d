package fr.jalon.engine.format;

import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Files that people deposit and that are no table: recognized by their first bytes so that the
 * refusal says what they are. Any archive no other format wanted ends here too.
 */
public final class NotATable implements Format {
  private record Start(String kind, String bytes) {}

  private static final List<Start> STARTS =
      List.of(
          new Start("pdf", "%PDF-"),
          new Start("archive", "\u001f\u008b"),
          new Start("archive", "7z\u00bc\u00af\u0027\u001c"),
          new Start("archive", "Rar!\u001a\u0007"),
          new Start("archive", "BZh"),
          new Start("archive", "\u00fd7zXZ\u0000"),
          new Start("archive", "\u0028\u00b5\u002f\u00fd"),
          new Start("image", "\u0089PNG\r\n"),
          new Start("image", "\u00ff\u00d8\u00ff"),
          new Start("image", "GIF8"),
          new Start("image", "II*\u0000"),
          new Start("image", "MM\u0000*"),
          new Start("text", "{\\rtf"),
          new Start("shapes", "\u0000\u0000\u0027\n\u0000\u0000\u0000\u0000"),
          new Start("program", "MZ\u0090\u0000"),
          new Start("program", "\u007fELF"));

  @Override
  public String code() {
    return "other";
  }

  @Override
  public Family family() {
    return Family.OTHER;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of();
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    return kind(source) != null || Archive.looksLikeOne(source.path());
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    String kind = kind(source);
    if (kind != null) {
      throw new RefusedException("not-a-table." + kind).unreadable();
    }
    try (Archive archive = Archive.open(source.path())) {
      throw new RefusedException("not-a-table." + kind(archive)).unreadable();
    } catch (RefusedException e) {
      String name = source.name().toLowerCase(Locale.ROOT);
      boolean workbook =
          Formats.ALL.stream()
              .filter(format -> format.family() == Family.WORKBOOK)
              .flatMap(format -> format.fileTypes().stream())
              .anyMatch(type -> type.names(name));
      throw workbook && e.refusal().code().equals("corrupt-archive")
          ? new UnreadableFile("corrupt-workbook")
          : e.unreadable();
    }
  }

  private static @Nullable String kind(Source source) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(source.path())) {
      bytes = in.readNBytes(16);
    }
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    return STARTS.stream()
        .filter(known -> start.startsWith(known.bytes()))
        .map(Start::kind)
        .findFirst()
        .orElse(null);
  }

  private static String kind(Archive archive) throws IOException {
    if (archive.has("word/document.xml")) {
      return "text";
    }
    if (archive.has("ppt/presentation.xml")) {
      return "slides";
    }
    Archive.Entry type = archive.find("mimetype");
    if (type != null && type.size() < 200) {
      String mime = new String(archive.bytes(type, 200), StandardCharsets.US_ASCII);
      if (mime.contains("opendocument.text")) {
        return "text";
      }
      if (mime.contains("opendocument.presentation")) {
        return "slides";
      }
    }
    return "archive";
  }
}
