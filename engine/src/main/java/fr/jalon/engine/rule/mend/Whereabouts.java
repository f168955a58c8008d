package fr.jalon.engine.rule.mend;

import fr.jalon.engine.profile.kind.Countries;
import fr.jalon.engine.table.Block;
import fr.jalon.engine.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that say where a row lies, beside the code that is looked at.
 *
 * @param countries columns that name a country
 * @param towns columns that name a town
 * @param codes columns of commune, postal or département codes
 * @param addresses columns whose text may end by the name of a country
 * @param homes among the countries, those where France is a proof
 */
public record Whereabouts(
    List<ColumnRef> countries,
    List<ColumnRef> towns,
    List<ColumnRef> codes,
    List<ColumnRef> addresses,
    List<ColumnRef> homes) {
  public Whereabouts {
    countries = List.copyOf(countries);
    towns = List.copyOf(towns);
    codes = List.copyOf(codes);
    // not stored by former versions
    addresses = List.copyOf(Objects.requireNonNullElse(addresses, List.of()));
    homes = List.copyOf(Objects.requireNonNullElse(homes, List.of()));
  }

  /** What the rest of a row says of one of its codes. */
  public enum Word {
    NOTHING,
    /** Something in the row says that the zero is lost. */
    AGREES,
    /** A code of the row names another département. */
    CONTRADICTS,
    /** The row lies in another country. */
    ABROAD
  }

  Whereabouts in(List<Column> table) {
    return new Whereabouts(
        ColumnRef.in(countries, table),
        ColumnRef.in(towns, table),
        ColumnRef.in(codes, table),
        ColumnRef.in(addresses, table),
        ColumnRef.in(homes, table));
  }

  List<ColumnRef> columns() {
    return Stream.of(countries, towns, codes, addresses, homes)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** To be asked about the rows of a table of these columns. */
  public Reader on(List<Column> table) {
    return new Reader(
        places(countries, table),
        places(towns, table),
        places(codes, table),
        places(addresses, table),
        places(homes, table));
  }

  private static List<Integer> places(List<ColumnRef> columns, List<Column> table) {
    return columns.stream()
        .map(column -> column.find(table))
        .filter(Objects::nonNull)
        .map(Column::index)
        .toList();
  }

  /** Answers about one row after the other. */
  public static final class Reader {
    private static final Pattern LONG = Pattern.compile("(?:\\d{2}|2[AB])\\d{3}");

    private final List<Integer> countries;
    private final List<Integer> towns;
    private final List<Integer> codes;
    private final List<Integer> addresses;
    private final List<Integer> homes;

    private Reader(
        List<Integer> countries,
        List<Integer> towns,
        List<Integer> codes,
        List<Integer> addresses,
        List<Integer> homes) {
      this.countries = countries;
      this.towns = towns;
      this.codes = codes;
      this.addresses = addresses;
      this.homes = homes;
    }

    public boolean isAbroad(Block block, int row) {
      boolean french = false;
      for (int column : countries) {
        Countries.Place place = Countries.of(block.chunk(column).at(row).toString());
        if (place == Countries.Place.ABROAD) {
          return true;
        }
        french |= place == Countries.Place.FRANCE;
      }
      for (int column : addresses) {
        if (Countries.endsAbroad(block.chunk(column).at(row).toString())) {
          return true;
        }
      }
      if (french) {
        return false;
      }
      for (int column : towns) {
        if (Countries.isForeignTown(block.chunk(column).at(row).toString())) {
          return true;
        }
      }
      return false;
    }

    /** What the row says of a code that would get its zero back. */
    Word about(Code code, String whole, Block block, int row) {
      if (isAbroad(block, row)) {
        return Word.ABROAD;
      }
      List<String> named = new ArrayList<>();
      for (int column : codes) {
        String other = departement(block.chunk(column).at(row).toString());
        if (other != null) {
          named.add(other);
        }
      }
      String departement = whole.substring(0, 2);
      if (!named.isEmpty()) {
        return named.stream().allMatch(departement::equals) ? Word.AGREES : Word.CONTRADICTS;
      }
      return isAtHome(block, row) || isNamed(code, whole, block, row) ? Word.AGREES : Word.NOTHING;
    }

    private boolean isAtHome(Block block, int row) {
      return homes.stream()
          .map(column -> Countries.of(block.chunk(column).at(row).toString()))
          .anyMatch(Countries.Place.FRANCE::equals);
    }

    /** True when the row names the very place whose code it is. */
    private boolean isNamed(Code code, String whole, Block block, int row) {
      return towns.stream()
          .map(column -> block.chunk(column).at(row).toString())
          .anyMatch(name -> Places.goTogether(code, whole, name));
    }

    /** The département of a code, whether or not it lost its zero; null when it names none. */
    static @Nullable String departement(String text) {
      String code = text.strip().toUpperCase(Locale.ROOT);
      if (LONG.matcher(code).matches()) {
        return code.substring(0, 2);
      }
      String whole = Code.INSEE.restored(code);
      if (!whole.equals(code)) {
        return whole.substring(0, 2);
      }
      whole = Code.DEPARTEMENT.restored(code);
      return Code.DEPARTEMENT.isRight(whole) ? whole.substring(0, 2) : null;
    }
  }
}
