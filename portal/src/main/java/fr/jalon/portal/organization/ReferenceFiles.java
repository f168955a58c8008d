package fr.jalon.portal.organization;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The official lists the engine brings along (INSEE, DGCL, La Poste; Licence Ouverte), read as
 * local authorities.
 */
final class ReferenceFiles {
  private static final String FOLDER = "/fr/jalon/engine/reference/";
  private static final String COMMUNES = "communes-centre-val-de-loire.csv";
  private static final String EPCI = "epci-centre-val-de-loire.csv";

  private ReferenceFiles() {}

  /** Changes when a file does, or how it is read here. */
  static String sha256() throws IOException {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update("1".getBytes(StandardCharsets.UTF_8));
      hash.update(bytes(COMMUNES));
      hash.update(bytes(EPCI));
      return HexFormat.of().formatHex(hash.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static List<LocalAuthority> read() throws IOException {
    List<Map<String, String>> communes = rows(COMMUNES);
    List<LocalAuthority> authorities = new ArrayList<>();
    for (Map<String, String> row : communes) {
      authorities.add(
          authority(
              LocalAuthority.Kind.COMMUNE,
              row.get("nom"),
              row.get("siren"),
              row.get("code_insee"),
              row.get("departement"),
              row.get("population")));
    }
    Map<String, String> departments = departmentsOfEpci(communes);
    for (Map<String, String> row : rows(EPCI)) {
      authorities.add(
          authority(
              LocalAuthority.Kind.EPCI,
              row.get("nom"),
              row.get("siren"),
              null,
              departments.getOrDefault(row.get("siren"), ""),
              row.get("population_municipale")));
    }
    return withUniqueSlugs(authorities);
  }

  private static LocalAuthority authority(
      LocalAuthority.Kind kind,
      @Nullable String name,
      @Nullable String siren,
      @Nullable String insee,
      @Nullable String department,
      @Nullable String population) {
    if (name == null || siren == null || department == null) {
      throw new IllegalStateException("A reference file lacks a column, or a row a cell: " + name);
    }
    return new LocalAuthority(
        id(siren),
        kind,
        name,
        siren,
        insee,
        department,
        Names.slug(name),
        population == null || population.isBlank() ? 0 : Integer.parseInt(population));
  }

  /** Where most of its members are. */
  private static Map<String, String> departmentsOfEpci(List<Map<String, String>> communes) {
    Map<String, Map<String, Long>> members =
        communes.stream()
            .filter(row -> !row.getOrDefault("epci_siren", "").isBlank())
            .collect(
                Collectors.groupingBy(
                    row -> row.getOrDefault("epci_siren", ""),
                    Collectors.groupingBy(
                        row -> row.getOrDefault("departement", ""), Collectors.counting())));
    Map<String, String> departments = new HashMap<>();
    members.forEach(
        (siren, counts) ->
            counts.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .ifPresent(most -> departments.put(siren, most.getKey())));
    return departments;
  }

  /** Namesakes are told apart by their département, then by their SIREN. */
  private static List<LocalAuthority> withUniqueSlugs(List<LocalAuthority> authorities) {
    Map<String, Long> namesakes =
        authorities.stream()
            .collect(Collectors.groupingBy(LocalAuthority::slug, Collectors.counting()));
    Set<String> taken = new HashSet<>();
    List<LocalAuthority> told = new ArrayList<>();
    for (LocalAuthority authority : authorities) {
      String slug = authority.slug();
      if (namesakes.getOrDefault(slug, 0L) > 1) {
        slug = slug + "-" + authority.department().toLowerCase(java.util.Locale.ROOT);
      }
      if (!taken.add(slug)) {
        slug = slug + "-" + authority.siren();
        taken.add(slug);
      }
      told.add(
          new LocalAuthority(
              authority.id(),
              authority.kind(),
              authority.name(),
              authority.siren(),
              authority.insee(),
              authority.department(),
              slug,
              authority.population()));
    }
    return told;
  }

  private static List<Map<String, String>> rows(String file) throws IOException {
    List<List<String>> records = records(new String(bytes(file), StandardCharsets.UTF_8));
    List<String> header = records.get(0);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : records.subList(1, records.size())) {
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
        row.put(header.get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Our own files, RFC 4180, without line breaks inside cells. */
  private static List<List<String>> records(String text) {
    List<List<String>> records = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank()) {
        continue;
      }
      List<String> cells = new ArrayList<>();
      var cell = new StringBuilder();
      boolean quoted = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (c == ',' && !quoted) {
          cells.add(cell.toString());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString());
      records.add(cells);
    }
    return records;
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in = ReferenceFiles.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IOException("Missing on the class path: " + FOLDER + file);
      }
      return in.readAllBytes();
    }
  }

  /** The same in every portal. */
  static UUID id(String siren) {
    return UUID.nameUUIDFromBytes(("siren:" + siren).getBytes(StandardCharsets.UTF_8));
  }
}
