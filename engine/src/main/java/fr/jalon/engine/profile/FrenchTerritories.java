package fr.jalon.engine.profile;

import fr.jalon.engine.profile.Territory.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The communes, EPCI, départements and regions of France, and which lies in which. Read once, when
 * first asked. Source: see reference/README.
 */
public final class FrenchTerritories {
  /** The whole of it. */
  public static final Territory FRANCE = new Territory(Level.COUNTRY, "FR", "France");

  private static final String FOLDER = "/fr/jalon/engine/reference/";

  private final Map<String, Territory> communes = new HashMap<>();
  private final Map<String, List<String>> byPostalCode = new HashMap<>();
  private final Map<String, List<String>> postalCodes = new HashMap<>();
  private final Map<String, Territory> epcis = new HashMap<>();
  private final Map<String, String> epciOf = new HashMap<>();
  private final Map<String, Territory> departements = new HashMap<>();
  private final Map<String, String> regionOf = new HashMap<>();
  private final Map<String, Territory> regions = new LinkedHashMap<>();
  private final Map<String, NameLink> links = new HashMap<>();
  private final Map<Territory, NameLink> placeLinks = new HashMap<>();
  private final Set<String> doubtful = new HashSet<>();

  private FrenchTerritories() {}

  /** Not read before someone asks. */
  private static final class Holder {
    private static final FrenchTerritories ALL = read();
  }

  public static FrenchTerritories all() {
    return Holder.ALL;
  }

  /** The territory of that level and code. */
  public Optional<Territory> find(Level level, String code) {
    return Optional.ofNullable(
        switch (level) {
          case COMMUNE -> communes.get(code);
          case EPCI -> epcis.get(code);
          case DEPARTEMENT -> departements.get(code);
          case REGION -> regions.get(code);
          case COUNTRY -> FRANCE.code().equals(code) ? FRANCE : null;
        });
  }

  /** The region of that very name. */
  public Optional<Territory> findRegion(String name) {
    String folded = Words.fold(name);
    return regions.values().stream()
        .filter(region -> Words.fold(region.name()).equals(folded))
        .findFirst();
  }

  /** INSEE codes of the communes that share a postal code, former communes among them. */
  public List<String> communesOfPostalCode(String postal) {
    return byPostalCode.getOrDefault(postal, List.of());
  }

  /** Postal codes of the commune of that INSEE code, its former communes' too. */
  public List<String> postalCodesOf(String insee) {
    return postalCodes.getOrDefault(insee, List.of());
  }

  /** How its name is joined to the words before it, when the official lists say so. */
  public Optional<NameLink> findLink(Territory place) {
    return Optional.ofNullable(placeLinks.get(place));
  }

  /** The same of the communes of that very name; none when they do not all agree. */
  public Optional<NameLink> findLink(String commune) {
    return doubtful.contains(commune) ? Optional.empty() : Optional.ofNullable(links.get(commune));
  }

  /** The territories that hold this one, from itself to France. */
  public List<Territory> around(Territory place) {
    List<Territory> around = new ArrayList<>();
    around.add(place);
    if (place.level() == Level.COMMUNE) {
      add(around, communes.get(current(place.code())));
      add(around, epcis.get(epciOf.getOrDefault(place.code(), "")));
    }
    if (place.level() == Level.COMMUNE || place.level() == Level.EPCI) {
      departementsOf(place).forEach(code -> add(around, departements.get(code)));
    }
    if (place.level() != Level.REGION && place.level() != Level.COUNTRY) {
      Set<String> ofPlace =
          place.level() == Level.DEPARTEMENT ? Set.of(place.code()) : departementsOf(place);
      ofPlace.stream()
          .map(code -> regions.get(regionOf.getOrDefault(code, "")))
          .distinct()
          .forEach(region -> add(around, region));
    }
    add(around, FRANCE);
    return around;
  }

  /** True when the commune of that code lies in the territory. */
  public boolean holds(Territory place, String insee) {
    return switch (place.level()) {
      case COMMUNE -> place.code().equals(current(insee));
      case EPCI -> place.code().equals(epciOf.get(insee));
      case DEPARTEMENT -> place.code().equals(departement(insee));
      case REGION -> place.code().equals(regionOf.get(departement(insee)));
      case COUNTRY -> true;
    };
  }

  /**
   * The smallest territory that holds all these communes; none when no code is one of a commune.
   */
  public Optional<Territory> smallest(Collection<String> inseeCodes) {
    List<String> known = inseeCodes.stream().filter(communes::containsKey).distinct().toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    return around(Objects.requireNonNull(communes.get(known.get(0)))).stream()
        .filter(place -> known.stream().allMatch(insee -> holds(place, insee)))
        .findFirst();
  }

  /** The smallest territory that holds all these départements; none when none is known. */
  public Optional<Territory> smallestOfDepartements(Collection<String> codes) {
    List<String> known = codes.stream().filter(departements::containsKey).distinct().toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (known.size() == 1) {
      return Optional.of(Objects.requireNonNull(departements.get(known.get(0))));
    }
    List<String> around =
        known.stream().map(code -> regionOf.getOrDefault(code, "")).distinct().toList();
    Territory region = around.size() == 1 ? regions.get(around.get(0)) : null;
    return Optional.of(region == null ? FRANCE : region);
  }

  /** An arrondissement of Paris, Lyon or Marseille is told as its commune. */
  private static String current(String insee) {
    if (insee.startsWith("751")) {
      return "75056";
    }
    if (insee.matches("6938\\d")) {
      return "69123";
    }
    return insee.matches("132[01]\\d") ? "13055" : insee;
  }

  private Set<String> departementsOf(Territory place) {
    if (place.level() == Level.COMMUNE) {
      return Set.of(departement(place.code()));
    }
    Map<String, Integer> counts = new HashMap<>();
    epciOf.forEach(
        (insee, epci) -> {
          if (epci.equals(place.code())) {
            counts.merge(departement(insee), 1, Integer::sum);
          }
        });
    return counts.size() == 1 ? counts.keySet() : Set.of();
  }

  /** "2A" of "2A004", "974" of "97411". */
  static String departement(String insee) {
    int length = insee.startsWith("97") || insee.startsWith("98") ? 3 : 2;
    return insee.substring(0, Math.min(length, insee.length()));
  }

  private static void add(List<Territory> list, @Nullable Territory place) {
    if (place != null && !list.contains(place)) {
      list.add(place);
    }
  }

  private static FrenchTerritories read() {
    FrenchTerritories all = new FrenchTerritories();
    each("communes-france.csv", ",", all::addCommune);
    each("territories-france.csv", ";", all::addTerritory);
    return all;
  }

  private static void each(String file, String separator, Consumer<String[]> row) {
    try (InputStream bytes =
            Objects.requireNonNull(FrenchTerritories.class.getResourceAsStream(FOLDER + file));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        row.accept(line.split(separator, -1));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void addCommune(String[] cells) {
    Territory commune = new Territory(Level.COMMUNE, cells[0], cells[1]);
    communes.putIfAbsent(commune.code(), commune);
    for (String postal : cells[2].split(" ")) {
      if (!postal.isEmpty()) {
        byPostalCode.computeIfAbsent(postal, code -> new ArrayList<>(1)).add(cells[0]);
        postalCodes.computeIfAbsent(cells[0], code -> new ArrayList<>(1)).add(postal);
      }
    }
    link(commune, cells[3]);
  }

  private void addTerritory(String[] cells) {
    Level level = Level.valueOf(cells[0]);
    Territory place = new Territory(level, cells[1], cells[2]);
    if (level == Level.EPCI) {
      epcis.put(place.code(), place);
      for (String insee : cells[4].split(" ")) {
        epciOf.put(insee, place.code());
      }
    } else if (level == Level.DEPARTEMENT) {
      departements.put(place.code(), place);
      regionOf.put(place.code(), cells[4]);
    } else {
      regions.put(place.code(), place);
    }
    link(place, cells[3]);
  }

  private void link(Territory place, String digit) {
    NameLink link = NameLink.find(digit).orElse(null);
    if (link == null) {
      return;
    }
    placeLinks.putIfAbsent(place, link);
    if (place.level() == Level.COMMUNE) {
      NameLink other = links.putIfAbsent(place.name(), link);
      if (other != null && other != link) {
        doubtful.add(place.name());
      }
    }
  }
}
