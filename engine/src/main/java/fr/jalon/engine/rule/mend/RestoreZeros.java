package fr.jalon.engine.rule.mend;

import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Chunk;
import fr.jalon.engine.table.ChunkBuilder;
import fr.jalon.engine.table.Column;
import fr.jalon.engine.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes of places get back the first zero they lost, save on the rows that lie in another country
 * and on those whose other codes name another département.
 *
 * @param rows those that are mended; as stored before there was a choice: all
 */
public record RestoreZeros(ColumnRef column, Code code, Whereabouts beside, Rows rows)
    implements Mend {
  public RestoreZeros {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(beside, "beside");
    rows = Objects.requireNonNullElse(rows, Rows.ALL);
  }

  /** Which rows get their zero back. */
  public enum Rows {
    ALL,
    /** Those where something else says that the zero is lost. */
    PROVEN,
    /** The others. */
    UNPROVEN
  }

  @Override
  public List<ColumnRef> columns() {
    return Stream.concat(Stream.of(column), beside.columns().stream()).toList();
  }

  @Override
  public RestoreZeros in(List<Column> table) {
    return new RestoreZeros(column.in(table), code, beside.in(table), rows);
  }

  /** What the rows say of where they lie is learnt from each file. */
  @Override
  public @Nullable Mend accepted(Mend proposed) {
    return proposed instanceof RestoreZeros zeros
            && zeros.column.equals(column)
            && zeros.code == code
            && (rows == Rows.ALL || zeros.rows == rows)
        ? zeros
        : null;
  }

  @Override
  public void plan(Plan plan) {
    Reader reader = on(plan.columns());
    plan.changeRows(block -> restored(block, plan.get(column).index(), reader));
  }

  /** To be asked about the rows of a table of these columns. */
  public Reader on(List<Column> table) {
    return new Reader(code, rows, column.find(table), beside.on(table));
  }

  /** What becomes of the code of each row. */
  public static final class Reader {
    private final Code code;
    private final Rows rows;
    private final int column;
    private final Whereabouts.Reader beside;

    private Reader(Code code, Rows rows, @Nullable Column column, Whereabouts.Reader beside) {
      this.code = code;
      this.rows = rows;
      this.column = column == null ? -1 : column.index();
      this.beside = beside;
    }

    /** The code with its zero, whatever the row says; the same text when none is missing. */
    public String restored(String text) {
      return RestoreZeros.restored(code, text);
    }

    /** What the row says of a code that would get its zero back. */
    public Whereabouts.Word about(String whole, Block block, int row) {
      return beside.about(code, whole, block, row);
    }

    public boolean isAbroad(Block block, int row) {
      return beside.isAbroad(block, row);
    }

    /** The text of the row's cell once mended. */
    public String mended(Block block, int row) {
      String text = block.chunk(column).at(row).toString();
      String whole = restored(text);
      if (whole.equals(text)) {
        return text;
      }
      return switch (about(whole, block, row)) {
        case ABROAD, CONTRADICTS -> text;
        case NOTHING -> rows == Rows.PROVEN ? text : whole;
        case AGREES -> rows == Rows.UNPROVEN ? text : whole;
      };
    }
  }

  /** The code with its zero; the same text when none is missing. */
  public static String restored(Code code, String text) {
    String bare = text.strip();
    int point = bare.length() - 2;
    String digits = point > 0 && bare.endsWith(".0") ? bare.substring(0, point) : bare;
    String whole = code.restored(digits);
    return whole.equals(digits) ? text : whole;
  }

  private static Block restored(Block block, int column, Reader reader) {
    Chunk codes = block.chunk(column);
    boolean[] lost = new boolean[codes.distinct()];
    boolean any = false;
    for (int code = 0; code < lost.length; code++) {
      String text = codes.value(code).toString();
      lost[code] = !reader.restored(text).equals(text);
      any |= lost[code];
    }
    if (!any) {
      return block;
    }
    ChunkBuilder builder = new ChunkBuilder();
    for (int row = 0; row < block.rows(); row++) {
      if (lost[codes.code(row)]) {
        builder.add(reader.mended(block, row));
      } else {
        Text value = codes.at(row);
        builder.add(value.array(), value.offset(), value.length());
      }
    }
    List<Chunk> chunks = new ArrayList<>(block.chunks());
    chunks.set(column, builder.build());
    return new Block(block.firstRow(), block.sourceRows(), chunks);
  }
}
