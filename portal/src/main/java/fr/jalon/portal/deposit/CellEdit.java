package fr.jalon.portal.deposit;

import fr.jalon.engine.rule.mend.ColumnRef;
import fr.jalon.engine.rule.mend.EditCells;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * A value a person writes into one cell, as a repair.
 *
 * @param shown what their page showed there: what the file holds, or what was written since
 */
record CellEdit(Proposal proposal, String address, String shown, String after) {
  private static final String CODE = "edit-cell";
  private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([1-9][0-9]{0,8})");

  static boolean is(Proposal proposal) {
    return proposal.mend() instanceof EditCells;
  }

  static String idOf(String address) {
    return CODE + ":" + address;
  }

  /**
   * The edits of a form: one address, value of the file, value shown and value after for each cell.
   */
  static List<CellEdit> of(MultiValueMap<String, String> form) {
    String column = Objects.requireNonNullElse(form.getFirst("column"), "");
    String letters = Objects.requireNonNullElse(form.getFirst("letters"), "");
    List<String> addresses = form.getOrDefault("address", List.of());
    List<String> before = form.getOrDefault("before", List.of());
    List<String> values = form.getOrDefault("value", List.of());
    List<String> shown = form.getOrDefault("shown", before);
    int cells =
        Math.min(addresses.size(), Math.min(before.size(), Math.min(values.size(), shown.size())));
    List<CellEdit> edits = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      String value = values.get(i).replace("\u0000", "");
      String address = addresses.get(i);
      // A field of one line drops the line breaks of the cell: that alone is no edit.
      boolean changed = !value.equals(before.get(i).replaceAll("[\\r\\n]", ""));
      Matcher place = ADDRESS.matcher(address);
      if (changed && place.matches() && place.group(1).equals(letters)) {
        EditCells.Edit edit =
            new EditCells.Edit(
                new ColumnRef(column, letters),
                Long.parseLong(place.group(2)),
                before.get(i),
                value);
        edits.add(new CellEdit(of(column, letters, address, edit), address, shown.get(i), value));
      }
    }
    return edits;
  }

  /**
   * What is written into one cell; empty when it changes nothing.
   *
   * @param inFile what the file holds there
   */
  static Optional<CellEdit> at(
      Column column, String address, String inFile, String shown, String value) {
    String after = value.replace("\u0000", "");
    if (after.equals(shown.replaceAll("[\\r\\n]", ""))) {
      return Optional.empty();
    }
    EditCells.Edit edit =
        new EditCells.Edit(ColumnRef.of(column), Place.row(address), inFile, after);
    Proposal proposal = of(column.name(), column.letters(), address, edit);
    return Optional.of(new CellEdit(proposal, address, shown, after));
  }

  /** The edit of one cell that a proposal is. */
  static CellEdit of(Proposal proposal, String shown) {
    Proposal.Change change = proposal.samples().get(0);
    return new CellEdit(
        proposal, change.address(), shown, Objects.requireNonNullElse(change.after(), ""));
  }

  /**
   * The mends of a recipe, edited cells one by one; these and rows chosen by hand told by
   * themselves.
   */
  static List<Proposal> apart(List<Proposal> recipe) {
    List<Proposal> all = new ArrayList<>();
    for (Proposal proposal : recipe) {
      if (proposal.mend() instanceof EditCells cells) {
        for (EditCells.Edit edit : cells.edits()) {
          String letters = edit.column().letters();
          all.add(of(edit.column().name(), letters, letters + edit.row(), edit));
        }
      } else if (RowsAside.is(proposal)) {
        all.add(RowsAside.retold(proposal));
      } else {
        all.add(proposal);
      }
    }
    return all;
  }

  private static Proposal of(String column, String letters, String address, EditCells.Edit edit) {
    return new Proposal(
        idOf(address),
        CODE,
        column,
        letters,
        Map.of("address", address, "value", edit.after()),
        1,
        List.of(new Proposal.Change(address, edit.before(), edit.after())),
        false,
        new EditCells(List.of(edit)));
  }
}
