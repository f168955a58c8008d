package fr.jalon.portal.explore;

import fr.jalon.engine.schema.Unit;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Folding;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the numbers of a column are sums of money, and in what: by its unit, else by its name.
 */
final class Money {
  private static final String MEASURE = "money";
  private static final String EUROS = "€";
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NAMES =
      Pattern.compile(
          "(^|[^a-z])(montants?|couts?|prix|depenses?|recettes?|budgets?|tarifs?)([^a-z]|$)");

  /** What is told of money and is none: "nombre de tarifs", "taux de dépenses". */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(^|[^a-z])(nombre|nb|taux|part|pourcentage|indice|evolution|date|code|type|nature|annee|id|numero|duree)([^a-z]|$)");

  private Money() {}

  /** The sign of its money ("€", "k€"); nothing for what is none. */
  static Optional<String> sign(ColumnDescription column) {
    if (!column.numeric() || column.role() != null || !column.kind().summable()) {
      return Optional.empty();
    }
    Unit unit = unit(column);
    if (unit != null) {
      return unit.measure().equals(MEASURE) ? Optional.of(unit.sign()) : Optional.empty();
    }
    String name = plain(column);
    return NAMES.matcher(name).find() && !OTHERS.matcher(name).find()
        ? Optional.of(EUROS)
        : Optional.empty();
  }

  /** Its name and title in small letters without accents, words apart. */
  static String plain(ColumnDescription column) {
    String apart = CAMEL.matcher(column.name()).replaceAll(" ");
    return Folding.fold(apart + " " + column.title());
  }

  private static @Nullable Unit unit(ColumnDescription column) {
    Unit named = Unit.of(column.name());
    return named == null ? Unit.of(column.title()) : named;
  }
}
