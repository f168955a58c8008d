package fr.jalon.portal.explore;

import fr.jalon.engine.query.Filter;
import fr.jalon.engine.query.Sort;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Fact;
import fr.jalon.portal.catalog.RowAddress;
import fr.jalon.portal.catalog.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one chose of a table but its page: it is what the address of the page says, and each
 * link is another of it.
 *
 * @param filtersShown whether a line of fields stands under the names
 * @param aside names of columns not to be seen
 * @param block of columns, from 1, of a table too wide for one page
 * @param open the column whose menu is open, null for none
 */
record TableState(
    List<Filter> filters,
    List<Sort> sorts,
    boolean filtersShown,
    Set<String> aside,
    int block,
    @Nullable String open) {
  static final String FILTERS_SHOWN = "filtres";
  static final String ASIDE = "sans";
  static final String BLOCK = "colonnes";
  static final String OPEN = "colonne";

  /** Columns of a page, its first one apart: wider tables are read a part at a time. */
  static final int BLOCK_SIZE = 60;

  TableState {
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
    aside = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(aside));
  }

  /** What is not understood is left out. */
  static TableState of(
      Version version, List<Filter> filters, List<Sort> sorts, Map<String, String[]> parameters) {
    Set<String> known =
        version.columns().stream().map(ColumnDescription::name).collect(Collectors.toSet());
    Set<String> aside =
        Arrays.stream(parameters.getOrDefault(ASIDE, new String[0]))
            .filter(known::contains)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (aside.size() == known.size()) {
      aside.clear();
    }
    String open = first(parameters, OPEN);
    String block = first(parameters, BLOCK);
    int last = Math.max(1, blocks(version.columns().size() - aside.size()));
    return new TableState(
        filters,
        sorts,
        parameters.containsKey(FILTERS_SHOWN),
        aside,
        block.matches("[1-9][0-9]{0,4}") ? Math.min(last, Integer.parseInt(block)) : 1,
        known.contains(open) ? open : null);
  }

  /** The columns of this page: the first one, whatever the part, then those of the part. */
  List<ColumnDescription> columns(Version version) {
    List<ColumnDescription> seen = seen(version);
    int from = firstOfBlock() - 1;
    List<ColumnDescription> columns = new ArrayList<>();
    if (from > 0 && !seen.isEmpty()) {
      columns.add(seen.get(0));
    }
    columns.addAll(seen.subList(Math.min(from, seen.size()), lastOfBlock(version)));
    return columns;
  }

  List<ColumnDescription> seen(Version version) {
    return version.columns().stream().filter(column -> !aside.contains(column.name())).toList();
  }

  /** The place of its first column among those seen, from 1. */
  int firstOfBlock() {
    return block == 1 ? 1 : (block - 1) * BLOCK_SIZE + 2;
  }

  int lastOfBlock(Version version) {
    return Math.min(seen(version).size(), block * BLOCK_SIZE + 1);
  }

  /** How many parts so many columns are read in: the first column is in all of them. */
  static int blocks(int columns) {
    return (Math.max(0, columns - 1) + BLOCK_SIZE - 1) / BLOCK_SIZE;
  }

  TableState withFilters(List<Filter> other) {
    return new TableState(other, sorts, filtersShown, aside, block, open);
  }

  TableState withSorts(List<Sort> other) {
    return new TableState(filters, other, filtersShown, aside, block, open);
  }

  TableState withFields(boolean shown) {
    return new TableState(filters, sorts, shown, aside, block, open);
  }

  TableState withAside(Set<String> other) {
    return new TableState(filters, sorts, filtersShown, other, block, null);
  }

  TableState withBlock(int other) {
    return new TableState(filters, sorts, filtersShown, aside, other, null);
  }

  TableState withOpen(@Nullable String other) {
    return new TableState(filters, sorts, filtersShown, aside, block, other);
  }

  String href(String path) {
    String rows = RowAddress.parameters(filters, sorts);
    String all =
        Stream.concat(
                Stream.of(rows).filter(one -> !one.isEmpty()),
                kept().stream().map(one -> RowAddress.pair(one.name(), one.text())))
            .collect(Collectors.joining("&"));
    return all.isEmpty() ? path : path + "?" + all;
  }

  /** What the address says beside filters and order. */
  List<Fact> kept() {
    List<Fact> kept = new ArrayList<>();
    if (filtersShown) {
      kept.add(Fact.of(FILTERS_SHOWN, "oui"));
    }
    aside.forEach(name -> kept.add(Fact.of(ASIDE, name)));
    if (block > 1) {
      kept.add(Fact.of(BLOCK, Integer.toString(block)));
    }
    if (open != null) {
      kept.add(Fact.of(OPEN, open));
    }
    return kept;
  }

  private static String first(Map<String, String[]> parameters, String name) {
    String[] values = parameters.get(name);
    return values == null || values.length == 0 ? "" : values[0];
  }
}
