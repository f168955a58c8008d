package fr.jalon.portal.deposit;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where somebody is in a deposit: a step, a card, cells. Addresses only, never what stands there.
 *
 * @param card code of the cause the card is about, "" for the whole step
 * @param cells as a spreadsheet names them, at most {@value #MOST_CELLS}
 */
public record Place(UUID depositId, Step step, String card, List<String> cells) {
  /** As many as a cause shows at once. */
  public static final int MOST_CELLS = 20;

  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,8}");
  private static final Pattern CARD = Pattern.compile("[a-z][a-z0-9-]{0,60}");

  /** What is no code and no cell is left out: an address of ours may be cut or made up. */
  public Place {
    card = CARD.matcher(card).matches() ? card : "";
    cells =
        cells.stream()
            .map(cell -> cell.strip().toUpperCase(Locale.ROOT))
            .filter(cell -> CELL.matcher(cell).matches())
            .distinct()
            .limit(MOST_CELLS)
            .toList();
  }

  /** The place that {@link #query} wrote; the first step for one that is none. */
  public static Place of(UUID depositId, String step, String card, String cells) {
    return new Place(
        depositId,
        Step.findByPath(step).orElse(Step.READING),
        card,
        List.of(cells.split("[,; ]+")));
  }

  /** As the query of an address. */
  public String query() {
    return "depot="
        + depositId
        + "&etape="
        + step.path()
        + (card.isEmpty() ? "" : "&carte=" + card)
        + (cells.isEmpty() ? "" : "&cellules=" + String.join(",", cells));
  }

  /** Where one sees it. */
  public String href() {
    String page = "/depots/" + depositId + "/" + step.path();
    if (step != Step.REPAIRS || (card.isEmpty() && cells.isEmpty())) {
      return page;
    }
    if (cells.isEmpty()) {
      return page + "#carte-" + card;
    }
    String cell = cells.get(0);
    return page + "?ligne=" + row(cell) + "#" + cell;
  }

  /** The first cell. */
  String first() {
    return cells.isEmpty() ? "A1" : cells.get(0);
  }

  static String letters(String cell) {
    return cell.replaceAll("[0-9]", "");
  }

  static long row(String cell) {
    return Long.parseLong(cell.replaceAll("[A-Z]", ""));
  }
}
