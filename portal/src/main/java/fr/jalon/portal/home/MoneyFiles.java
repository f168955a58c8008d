package fr.jalon.portal.home;

import fr.jalon.engine.export.ExportColumn;
import fr.jalon.engine.export.Exports;
import fr.jalon.engine.export.WrittenFile;
import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.engine.table.BlockBuilder;
import fr.jalon.engine.table.BlockSink;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Reading;
import fr.jalon.engine.table.Table;
import fr.jalon.engine.table.UnreadableFile;
import fr.jalon.portal.agreement.Euros;
import fr.jalon.portal.agreement.SeasonMoney;
import fr.jalon.portal.agreement.SeasonMoney.AuthorityLine;
import fr.jalon.portal.agreement.SeasonMoney.FunderLine;
import fr.jalon.portal.web.Page;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The tables of money as files for spreadsheets: amounts are numbers and days are days. A text that
 * a spreadsheet would run as a formula is one in the workbook by its type, and in the CSV by the
 * apostrophe before it.
 */
final class MoneyFiles {
  /** Those that are offered. */
  static final List<WrittenFormat> FORMATS = List.of(WrittenFormat.CSV, WrittenFormat.XLSX);

  /** What makes a formula of a text, when it is its first character. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final Page page;
  private final WrittenFormat format;

  MoneyFiles(Page page, WrittenFormat format) {
    this.page = page;
    this.format = format;
  }

  /** The table that a file holds. */
  enum Part {
    AUTHORITIES("collectivites"),
    FUNDERS("financeurs");

    private final String key;

    Part(String key) {
      this.key = key;
    }

    /** As written in an address and in the name of the file. */
    String key() {
      return key;
    }
  }

  byte[] write(Part part, SeasonMoney money) throws IOException {
    return part == Part.AUTHORITIES
        ? write(
            List.of(
                column("authority", ValueType.TEXT),
                column("status", ValueType.TEXT),
                column("start", ValueType.DATE),
                column("end", ValueType.DATE),
                column("planned", ValueType.DECIMAL),
                column("due", ValueType.DECIMAL),
                column("noticed", ValueType.DECIMAL),
                column("paid", ValueType.DECIMAL),
                column("remaining", ValueType.DECIMAL),
                column("overpaid", ValueType.DECIMAL),
                column("late", ValueType.BOOLEAN),
                column("disputed", ValueType.BOOLEAN),
                column("undecided-share", ValueType.BOOLEAN)),
            money.authorities().stream().map(this::cells).toList())
        : write(
            List.of(
                column("funder", ValueType.TEXT),
                column("planned", ValueType.DECIMAL),
                column("due", ValueType.DECIMAL),
                column("undecided", ValueType.DECIMAL),
                column("noticed", ValueType.DECIMAL),
                column("paid", ValueType.DECIMAL),
                column("remaining", ValueType.DECIMAL),
                column("overpaid", ValueType.DECIMAL)),
            money.funders().stream().map(this::cells).toList());
  }

  private ExportColumn column(String key, ValueType type) {
    String name = page.t("home.money.column." + key);
    return new ExportColumn(name, type, Kinds.TEXT, name, null);
  }

  private List<String> cells(AuthorityLine line) {
    List<String> cells = new ArrayList<>();
    cells.add(text(line.authority()));
    cells.add(text(page.t("programme.status." + line.position().status())));
    cells.add(day(line.position().start()));
    cells.add(day(line.position().lastDay()));
    Stream.of(
            line.sums().planned(),
            line.sums().due(),
            line.sums().noticed(),
            line.sums().paid(),
            line.sums().remaining(),
            line.sums().overpaid())
        .map(MoneyFiles::amount)
        .forEach(cells::add);
    cells.add(String.valueOf(line.noticeLate()));
    cells.add(String.valueOf(line.position().disputed()));
    cells.add(String.valueOf(line.undecided()));
    return cells;
  }

  private List<String> cells(FunderLine line) {
    List<String> cells = new ArrayList<>();
    cells.add(text(MoneyViews.name(page, line)));
    Stream.of(
            line.planned(),
            line.due(),
            line.undecided(),
            line.noticed(),
            line.paid(),
            line.remaining(),
            line.overpaid())
        .map(MoneyFiles::amount)
        .forEach(cells::add);
    return cells;
  }

  private String text(String value) {
    boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
    return formula && format == WrittenFormat.CSV ? "'" + value : value;
  }

  private static String amount(Euros sum) {
    return BigDecimal.valueOf(sum.cents(), 2).toPlainString();
  }

  private static String day(java.time.@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private byte[] write(List<ExportColumn> columns, List<List<String>> rows) throws IOException {
    Path folder = Files.createTempDirectory("jalon-money-");
    try {
      List<WrittenFile> files =
          Exports.write(new Listed(columns, rows), columns, folder, written -> {}).files();
      WrittenFile wanted =
          files.stream().filter(file -> file.format() == format).findFirst().orElseThrow();
      return Files.readAllBytes(folder.resolve(wanted.file()));
    } catch (UnreadableFile never) {
      throw new IllegalStateException("rows in memory cannot be read", never);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** Rows in memory as the engine's writers take them. */
  private record Listed(List<ExportColumn> published, List<List<String>> rows) implements Table {
    @Override
    public List<Column> columns() {
      List<Column> columns = new ArrayList<>();
      published.forEach(one -> columns.add(new Column(columns.size(), columns.size(), one.name())));
      return columns;
    }

    @Override
    public Reading reading() {
      return new Reading(
          "csv",
          null,
          false,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          List.of(),
          1,
          rows.size(),
          published.stream().map(ExportColumn::name).toList(),
          List.of(),
          List.of(),
          null,
          List.of());
    }

    @Override
    public void scan(BlockSink sink) throws IOException {
      BlockBuilder builder = new BlockBuilder(published.size(), sink);
      long number = 0;
      for (List<String> row : rows) {
        row.forEach(builder::cell);
        builder.endRow(++number);
      }
      builder.finish();
    }
  }
}
