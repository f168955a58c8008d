package fr.jalon.engine.format.sheet;

import fr.jalon.engine.format.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.formula.ptg.Area3DPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Reads a workbook of Excel 97 to 2003 record by record (MS-XLS), through POI. */
final class XlsReader {
  /** Present in a sheet some rows of which a filter keeps out of sight (MS-XLS 2.4.102). */
  private static final int FILTER_MODE = 0x009b;

  private static final int VERSION_8 = 6;

  private final Path path;
  private final boolean compound;
  private final Path work;
  private final Workbook workbook = new Workbook("xls");
  private final List<BoundSheetRecord> listed = new ArrayList<>();
  private final CellStyles styles = new CellStyles();
  private @Nullable SSTRecord strings;

  /** Where the filter of each sheet is, on or not, by the number of the sheet from 1. */
  private final Map<Integer, Merge> filters = new HashMap<>();

  /**
   * @param compound true for a compound file, which has the workbook in it; else the records are
   *     the file
   */
  XlsReader(Path path, boolean compound, Path work) {
    this.path = path;
    this.compound = compound;
    this.work = work;
  }

  Workbook read() throws IOException {
    boolean done = false;
    try {
      if (compound) {
        try (POIFSFileSystem files = new POIFSFileSystem(path.toFile(), true)) {
          readFiles(files.getRoot());
        }
      } else {
        readStream(() -> Files.newInputStream(path));
      }
      done = true;
    } catch (EncryptedDocumentException e) {
      throw new RefusedException("password-protected");
    } catch (OldExcelFormatException e) {
      throw new RefusedException("workbook-too-old");
    } catch (RefusedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // POI says in many ways that records are broken
      throw new RefusedException("corrupt-workbook");
    } finally {
      if (!done) {
        workbook.close();
      }
    }
    if (workbook.sheets().isEmpty()) {
      throw new RefusedException("corrupt-workbook");
    }
    return workbook;
  }

  private void readFiles(DirectoryNode root) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (String name : root.getEntryNames()) {
      names.put(name.toLowerCase(Locale.ROOT), name);
    }
    String current = names.get("workbook");
    String old = names.get("book");
    for (String name : names.keySet()) {
      if (name.startsWith("mbd")) {
        workbook.carries("embedded-objects", 1);
      } else if (name.equals("_vba_project_cur")) {
        workbook.carries("macros", 1);
      } else if (name.equals("revision log")) {
        workbook.carries("revisions", 1);
      } else if (name.equals("_sx_db_cur")
          && root.getEntry(names.get(name)) instanceof DirectoryNode cache) {
        workbook.carries("pivot-caches", cache.getEntryCount());
      }
    }
    if (names.containsKey("encryptedpackage")) {
      throw new RefusedException("password-protected");
    } else if (current != null) {
      readStream(() -> root.createDocumentInputStream(current));
    } else if (old != null) {
      readStream(() -> root.createDocumentInputStream(old));
    } else {
      throw new RefusedException("not-a-table.office");
    }
  }

  /** Opens the stream of records anew each time. */
  private interface Records {
    InputStream open() throws IOException;
  }

  private void readStream(Records records) throws IOException {
    byte[] start;
    try (InputStream in = records.open()) {
      start = in.readNBytes(6);
    }
    try (InputStream in = new BufferedInputStream(records.open(), 1 << 16)) {
      if (start.length == 6 && start[1] == 8 && start[5] == VERSION_8) {
        readRecords(new RecordFactoryInputStream(in, false));
      } else {
        new BiffReader(in, workbook, work).read();
      }
    }
  }

  private void readRecords(RecordFactoryInputStream in) throws IOException {
    int depth = 0;
    int sheetIndex = -1;
    Scan scan = null;
    for (Record record = in.nextRecord(); record != null; record = in.nextRecord()) {
      if (record instanceof BOFRecord start) {
        depth++;
        if (depth == 1 && start.getType() != BOFRecord.TYPE_WORKBOOK) {
          scan = startSheet(++sheetIndex, start.getType());
        }
      } else if (record instanceof EOFRecord) {
        depth--;
        if (depth == 0 && scan != null) {
          scan.finish();
          scan = null;
        }
      } else if (scan != null && depth == 1) {
        scan.take(record);
      } else if (depth == 1) {
        global(record);
      }
    }
    if (scan != null) {
      scan.finish();
    }
  }

  private @Nullable Scan startSheet(int index, int type) throws IOException {
    boolean drawn = type == BOFRecord.TYPE_CHART;
    if (!(drawn || type == BOFRecord.TYPE_WORKSHEET) || index >= listed.size()) {
      return null;
    }
    BoundSheetRecord bound = listed.get(index);
    Sheet sheet = new Sheet(bound.getSheetname(), bound.isHidden() || bound.isVeryHidden(), work);
    sheet.chart = drawn;
    workbook.add(sheet);
    return drawn ? null : new Scan(sheet, filters.get(index + 1));
  }

  private void global(Record record) {
    if (record instanceof BoundSheetRecord bound) {
      listed.add(bound);
    } else if (record instanceof SSTRecord table) {
      strings = table;
    } else if (record instanceof FormatRecord format) {
      styles.code(format.getIndexCode(), format.getFormatString());
    } else if (record instanceof ExtendedFormatRecord style) {
      styles.style(style.getFormatIndex());
    } else if (record instanceof DateWindow1904Record window) {
      if (window.getWindowing() == 1) {
        styles.countFrom1904();
      }
    } else if (record instanceof SupBookRecord book) {
      workbook.carries("external-links", book.isExternalReferences() ? 1 : 0);
    } else if (record instanceof WriteAccessRecord access) {
      workbook.carries("author", access.getUsername().isBlank() ? 0 : 1);
    } else if (record instanceof NameRecord name
        && name.isBuiltInName()
        && name.getBuiltInName() == NameRecord.BUILTIN_FILTER_DB) {
      filter(name);
    }
  }

  /** A filter's range has a name of its own, which nobody sees. */
  private void filter(NameRecord name) {
    try {
      for (Ptg part : name.getNameDefinition()) {
        if (part instanceof Area3DPtg area) {
          filters.put(
              name.getSheetNumber(),
              new Merge(
                  area.getFirstRow() + 1L,
                  area.getLastRow() + 1L,
                  area.getFirstColumn(),
                  area.getLastColumn()));
        }
      }
    } catch (RuntimeException e) {
      // a name that cannot be read is of no filter that is known
    }
  }

  /** Reads the cells of one sheet. */
  private final class Scan {
    private final Sheet sheet;
    private final @Nullable Merge filter;
    private @Nullable FormulaRecord pending;

    Scan(Sheet sheet, @Nullable Merge filter) {
      this.sheet = sheet;
      this.filter = filter;
    }

    void take(Record record) throws IOException {
      if (record instanceof LabelSSTRecord label) {
        SSTRecord table = strings;
        if (table == null || label.getSSTIndex() >= table.getNumUniqueStrings()) {
          throw new RefusedException("corrupt-workbook");
        }
        add(label, table.getString(label.getSSTIndex()).getString());
      } else if (record instanceof NumberRecord number) {
        add(number, styles.text(number.getValue(), number.getXFIndex()));
      } else if (record instanceof LabelRecord label) {
        add(label, label.getValue());
      } else if (record instanceof FormulaRecord formula) {
        formula(formula);
      } else if (record instanceof StringRecord string) {
        FormulaRecord owner = pending;
        if (owner != null) {
          add(owner, string.getString());
          pending = null;
        }
      } else if (record instanceof BoolErrRecord cell) {
        sheet.errors += cell.isError() ? 1 : 0;
        add(
            cell,
            cell.isBoolean()
                ? Boolean.toString(cell.getBooleanValue())
                : BiffReader.error(cell.getErrorValue()));
      } else if (record instanceof RowRecord row) {
        if (row.getZeroHeight()) {
          sheet.hiddenCells.hideRows(
              row.getRowNumber() + 1L, row.getRowNumber() + 1L, row.getOutlineLevel() > 0);
        }
      } else if (record instanceof ColumnInfoRecord columns) {
        if (columns.getHidden()) {
          sheet.hiddenCells.hideColumns(
              columns.getFirstColumn(), columns.getLastColumn(), columns.getOutlineLevel() > 0);
        }
      } else if (record instanceof MergeCellsRecord merges) {
        for (int i = 0; i < merges.getNumAreas(); i++) {
          CellRangeAddress area = merges.getAreaAt(i);
          sheet.merge(
              new Merge(
                  area.getFirstRow() + 1,
                  area.getLastRow() + 1,
                  area.getFirstColumn(),
                  area.getLastColumn()));
        }
      } else if (record instanceof NoteRecord) {
        workbook.carries("comments", 1);
      } else if (record.getSid() == 0x00B0) {
        sheet.pivot = true;
      } else if (record.getSid() == FILTER_MODE) {
        Merge range = filter;
        if (range == null) {
          sheet.filter();
        } else {
          sheet.filter(range);
        }
      }
    }

    private void formula(FormulaRecord formula) throws IOException {
      sheet.formulas++;
      pending = formula.hasCachedResultString() ? formula : null;
      switch (formula.getCachedResultTypeEnum()) {
        case NUMERIC -> add(formula, styles.text(formula.getValue(), formula.getXFIndex()));
        case BOOLEAN -> add(formula, Boolean.toString(formula.getCachedBooleanValue()));
        case ERROR -> {
          sheet.errors++;
          add(formula, BiffReader.error((byte) formula.getCachedErrorValue()));
        }
        case STRING, BLANK, FORMULA, _NONE -> {}
      }
    }

    private void add(CellValueRecordInterface cell, @Nullable String value) throws IOException {
      if (value != null) {
        sheet.startRow(cell.getRow() + 1L);
        sheet.cell(cell.getColumn() & 0xffff, value);
      }
    }

    void finish() throws IOException {
      sheet.finish();
    }
  }
}
