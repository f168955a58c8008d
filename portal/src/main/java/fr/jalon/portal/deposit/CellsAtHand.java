package fr.jalon.portal.deposit;

import fr.jalon.engine.export.SeenRows;
import fr.jalon.engine.rule.Cause;
import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a deposit as somebody who helps may see them: what speaks of people is masked,
 * decided or not, for whoever helps has no need of it.
 */
final class CellsAtHand {
  /** What stands in the place of what is not shown. */
  static final String MASK = "\u2022\u2022\u2022\u2022\u2022";

  private final Deposit deposit;
  private final SeenRows seen;
  private final Set<String> personal = new HashSet<>();
  private final Set<String> together = new HashSet<>();

  CellsAtHand(Deposit deposit, SeenRows seen) {
    this.deposit = deposit;
    this.seen = seen;
    Stream.concat(Sighting.of(deposit.inspected()).stream(), Sighting.of(deposit.seen()).stream())
        .map(Sighting::cause)
        .forEach(this::hide);
  }

  /** Columns that only tell who someone is side by side are all hidden. */
  private void hide(Cause cause) {
    if (cause.column() != null) {
      personal.add(cause.column());
    }
    // by their letters: a title may hold the comma that parts the names
    String letters = cause.parameters().get("letters");
    if (letters != null) {
      together.addAll(List.of(letters.split(", ")));
    } else {
      personal.addAll(List.of(cause.parameters().getOrDefault("columns", "").split(", ")));
    }
  }

  /**
   * One cell.
   *
   * @param inFile what the file holds
   * @param shown what was written there since, else the same
   */
  record At(Column column, String inFile, String shown) {}

  boolean isMasked(int column) {
    Column one = seen.columns().get(column);
    return seen.isCovered(column)
        || personal.contains(one.name())
        || together.contains(one.letters());
  }

  /** True when a mend works on a column that is masked. */
  boolean touchesMasked(Proposal mend) {
    return Stream.concat(
            mend.mend().columns().stream(),
            Stream.ofNullable(mend.column())
                .map(name -> new ColumnRef(name, Objects.requireNonNullElse(mend.letters(), ""))))
        .anyMatch(this::isMasked);
  }

  /** A name that several columns bear is masked when one of them is. */
  private boolean isMasked(ColumnRef column) {
    Column found = column.find(seen.columns());
    return found != null
        ? isMasked(found.index())
        : seen.columns().stream()
            .anyMatch(one -> one.name().equals(column.name()) && isMasked(one.index()));
  }

  /** Empty for a cell that is not there. */
  Optional<At> find(String address) throws IOException {
    Column column = findColumn(Place.letters(address)).orElse(null);
    SeenRows.Row row = findRow(Place.row(address)).orElse(null);
    if (column == null || row == null) {
      return Optional.empty();
    }
    String inFile = row.cells().get(column.index());
    return Optional.of(
        new At(column, inFile, Objects.requireNonNullElse(written(address), inFile)));
  }

  Optional<Column> findColumn(String letters) {
    return seen.columns().stream().filter(one -> one.letters().equals(letters)).findFirst();
  }

  Optional<SeenRows.Row> findRow(long number) throws IOException {
    return seen.read(seen.rankFrom(number)).stream()
        .filter(row -> row.sourceRow() == number)
        .findFirst();
  }

  /** What a person wrote there, null for nothing. */
  private @Nullable String written(String address) {
    return deposit.accepted().stream()
        .filter(one -> one.id().equals(CellEdit.idOf(address)))
        .flatMap(one -> one.mend() instanceof EditCells cells ? cells.edits().stream() : null)
        .map(EditCells.Edit::after)
        .findFirst()
        .orElse(null);
  }

  /** A text that was cut cannot be written anew: its end would be lost. */
  static boolean isWhole(String value) {
    return value.length() < Cause.Sample.LONGEST;
  }
}
