package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.Family;
import fr.jalon.engine.format.FileType;
import fr.jalon.engine.format.Format;
import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.format.RefusedException;
import fr.jalon.engine.format.Source;
import fr.jalon.engine.format.Utf8;
import fr.jalon.engine.format.XmlScanner;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/**
 * What business software exports under the name of an XLS: the XML of Excel 2003, or a web page
 * with a table, alone or as Excel saves it "in one file". A web page under another name is left to
 * be refused as one.
 */
public final class DisguisedXlsFormat implements Format {
  private static final int HEAD_BYTES = 4_096;

  @Override
  public String code() {
    return "xls";
  }

  @Override
  public Family family() {
    return Family.WORKBOOK;
  }

  @Override
  public List<FileType> fileTypes() {
    return List.of(FileType.of("mht"), FileType.of("htm"), FileType.of("html"));
  }

  @Override
  public boolean recognizes(Source source) throws IOException {
    String head = head(source);
    return isXml(head) || isPage(head, source) || isMessage(head, source);
  }

  private static String head(Source source) throws IOException {
    try (InputStream in = Files.newInputStream(source.path())) {
      return new String(in.readNBytes(HEAD_BYTES), StandardCharsets.ISO_8859_1)
          .replace("\u0000", "");
    }
  }

  private static boolean isXml(String head) {
    int start = head.indexOf('<');
    return start >= 0
        && start < 8
        && head.contains("<Workbook")
        && head.contains(XmlWorkbookReader.NAMESPACE);
  }

  private static boolean isPage(String head, Source source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    String start = head.toLowerCase(Locale.ROOT);
    int first = start.indexOf('<');
    return name.matches(".*\\.(xls|xlsx|html?)")
        && first >= 0
        && start.substring(0, first).length() < 8
        && (start.contains("<html") || start.contains("<table") || start.contains("<head"));
  }

  private static boolean isMessage(String head, Source source) {
    String name = source.name().toLowerCase(Locale.ROOT);
    return name.matches(".*\\.(xlsx?|mht|mhtml)") && MimePage.recognizes(head);
  }

  @Override
  public Table read(Source source, ReadOptions options) throws IOException, UnreadableFile {
    try {
      if (isXml(head(source))) {
        try (XmlScanner xml = XmlScanner.of(Files.newInputStream(source.path()))) {
          return WorkbookTable.of(new XmlWorkbookReader(xml, source.work()).read(), options);
        }
      }
      if (isMessage(head(source), source)) {
        try (InputStream in =
            new BufferedInputStream(Files.newInputStream(source.path()), 1 << 16)) {
          return WorkbookTable.of(new MimePage(in, source.work()).read(), options);
        }
      }
      try (Reader in = open(source)) {
        return WorkbookTable.of(new HtmlWorkbookReader(source.work()).read(in), options);
      }
    } catch (RefusedException e) {
      throw Workbook.unreadable(e);
    }
  }

  private static Reader open(Source source) throws IOException {
    boolean wide = head(source).startsWith("\u00ff\u00fe");
    Charset charset =
        wide
            ? StandardCharsets.UTF_16
            : Utf8.isValid(source.path())
                ? StandardCharsets.UTF_8
                : Charset.forName("windows-1252");
    InputStream in = Files.newInputStream(source.path());
    return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
  }
}
