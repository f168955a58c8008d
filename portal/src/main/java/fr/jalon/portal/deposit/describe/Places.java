package fr.jalon.portal.deposit.describe;

import fr.jalon.engine.profile.ColumnProfile;
import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.engine.profile.Profile;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.Territory.Level;
import fr.jalon.engine.profile.Words;
import fr.jalon.engine.profile.kind.Kind;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.organization.LocalAuthority;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The territory a table speaks of, by the codes of its rows: the smallest that holds nine rows of
 * ten. The addresses of those who receive, supply or owe say where they live, not what the table is
 * about.
 */
final class Places {
  /** Of the rows that have a code, the share that must lie in the territory; the rest strays. */
  private static final double ENOUGH = 0.9;

  /** Most demanding first: a commune's code says more than a postal code. */
  private static final List<Kind> KINDS =
      List.of(Kinds.INSEE, Kinds.POSTAL, Kinds.DEPARTEMENT, Kinds.REGION);

  private static final Set<String> OTHERS =
      Set.of(
          "beneficiaire",
          "fournisseur",
          "titulaire",
          "tiers",
          "siege",
          "attributaire",
          "creancier",
          "debiteur",
          "client",
          "usager",
          "demandeur",
          "proprietaire",
          "naissance",
          "origine",
          "destination",
          "destinataire",
          "adherent",
          "entreprise",
          "deces",
          "expediteur");

  private final FrenchTerritories france = FrenchTerritories.all();
  private final @Nullable Territory publisher;

  Places(LocalAuthority authority) {
    this.publisher = of(authority).orElse(null);
  }

  /** The territory an authority governs; none for a syndicate or a GIP. */
  static Optional<Territory> of(LocalAuthority authority) {
    FrenchTerritories france = FrenchTerritories.all();
    String insee = authority.insee();
    return switch (authority.kind()) {
      case COMMUNE ->
          insee == null
              ? Optional.empty()
              : france
                  .find(Level.COMMUNE, insee)
                  .or(() -> Optional.of(new Territory(Level.COMMUNE, insee, authority.name())));
      case EPCI ->
          Optional.of(
              france
                  .find(Level.EPCI, authority.siren())
                  .orElse(new Territory(Level.EPCI, authority.siren(), authority.name())));
      case DEPARTEMENT -> france.find(Level.DEPARTEMENT, authority.department());
      case REGION -> france.findRegion(authority.name());
      case SYNDICAT, GIP -> Optional.empty();
    };
  }

  /** What the rows say; none when no column has codes that someone knows. */
  Optional<Territory> find(@Nullable Profile profile, ColumnValues values) {
    if (profile == null) {
      return Optional.empty();
    }
    return profile.columns().stream()
        .filter(column -> KINDS.contains(column.asKind()))
        .filter(column -> !Words.of(column.name()).hasAny(OTHERS))
        .sorted(
            Comparator.comparingInt((ColumnProfile column) -> KINDS.indexOf(column.asKind()))
                .thenComparing(ColumnProfile::filled, Comparator.reverseOrder()))
        .flatMap(column -> find(column.asKind(), values.of(column)).stream())
        .findFirst();
  }

  private Optional<Territory> find(Kind kind, Map<String, Long> codes) {
    if (kind == Kinds.REGION) {
      return codes.size() == 1
          ? france.find(Level.REGION, codes.keySet().iterator().next())
          : Optional.empty();
    }
    if (kind == Kinds.DEPARTEMENT) {
      return france.smallestOfDepartements(codes.keySet());
    }
    Map<String, Long> communes = kind == Kinds.INSEE ? codes : communes(codes);
    Map<String, Long> known = new LinkedHashMap<>();
    communes.forEach(
        (code, count) -> {
          if (france.find(Level.COMMUNE, code).isPresent()) {
            known.put(code, count);
          }
        });
    long rows = known.values().stream().mapToLong(Long::longValue).sum();
    return candidates(known)
        .filter(place -> inside(known, place) >= ENOUGH * rows)
        .min(Comparator.comparing(Territory::level))
        .map(this::ownWhenAlike);
  }

  private java.util.stream.Stream<Territory> candidates(Map<String, Long> communes) {
    // the largest share of the rows lies in the territory wanted, if any does
    return communes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .flatMap(most -> france.find(Level.COMMUNE, most.getKey()))
        .map(france::around)
        .orElse(List.of())
        .stream();
  }

  private long inside(Map<String, Long> communes, Territory place) {
    return communes.entrySet().stream()
        .filter(commune -> france.holds(place, commune.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** A former commune inside the publisher's is the publisher's. */
  private Territory ownWhenAlike(Territory place) {
    return publisher != null && publisher.code().equals(place.code()) ? publisher : place;
  }

  /** Of the communes that share a postal code, the publisher's, else those of the other codes. */
  private Map<String, Long> communes(Map<String, Long> postal) {
    Map<String, Long> rows =
        postal.keySet().stream()
            .flatMap(code -> france.communesOfPostalCode(code).stream().distinct())
            .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
    Map<String, Long> communes = new HashMap<>();
    postal.forEach(
        (code, count) ->
            france.communesOfPostalCode(code).stream()
                .max(
                    Comparator.comparing((String insee) -> isOwn(insee))
                        .thenComparing(insee -> rows.getOrDefault(insee, 0L))
                        .thenComparing(Comparator.reverseOrder()))
                .ifPresent(insee -> communes.merge(insee, count, Long::sum)));
    return communes;
  }

  private boolean isOwn(String insee) {
    return publisher != null
        && publisher.level() == Level.COMMUNE
        && publisher.code().equals(insee);
  }
}
