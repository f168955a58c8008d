package fr.jalon.portal.demo;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.Organizations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The demo's people. Passwords are drawn at random the first time and kept in a file that only the
 * server's user can read, so that a later start can print them again.
 */
final class DemoAccounts {
  static final String OLIVET = "214502320";
  static final String FLEURY = "214501470";
  static final String CHECY = "214500894";

  private static final List<Someone> PEOPLE =
      List.of(
          new Someone("agent@olivet.example", "Camille Agent", Role.AGENT, OLIVET),
          new Someone("referent@olivet.example", "Dominique Référent", Role.FOCAL_POINT, OLIVET),
          new Someone("referent@fleury.example", "Claude Référent", Role.FOCAL_POINT, FLEURY),
          new Someone("referent@checy.example", "Sacha Référent", Role.FOCAL_POINT, CHECY),
          new Someone("animation@recia.example", "Alix Animation", Role.FACILITATOR, null),
          new Someone("admin@recia.example", "Noa Administration", Role.ADMINISTRATOR, null));

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Accounts accounts;
  private final Organizations organizations;
  private final Path file;

  DemoAccounts(Accounts accounts, Organizations organizations, Path data) {
    this.accounts = accounts;
    this.organizations = organizations;
    this.file = data.resolve("demo-accounts.txt");
  }

  /** Opens the accounts if nobody has one yet. */
  void open() throws IOException {
    if (!accounts.isEmpty()) {
      return;
    }
    // Written before the accounts exist: a password lost would leave accounts that nobody can use.
    List<String> lines = new ArrayList<>();
    List<String> passwords = new ArrayList<>();
    for (Someone someone : PEOPLE) {
      String password = password();
      passwords.add(password);
      lines.add("%-26s %-20s %s".formatted(someone.email, password, someone.role));
    }
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, lines, StandardCharsets.UTF_8, StandardOpenOption.WRITE);
    for (int i = 0; i < PEOPLE.size(); i++) {
      Someone someone = PEOPLE.get(i);
      accounts.open(
          someone.email, someone.name, someone.role, organization(someone), passwords.get(i));
    }
  }

  /** An account that nobody signs in to: its password is told to nobody. */
  Person open(String email, String name, LocalAuthority of) {
    return accounts
        .findByEmail(email)
        .orElseGet(() -> accounts.open(email, name, Role.AGENT, of.id(), password()));
  }

  /** The lines to print: e-mail, password, role. */
  List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  Person get(String email) {
    return accounts
        .findByEmail(email)
        .orElseThrow(() -> new IllegalStateException("The demo has no account " + email));
  }

  private java.util.@Nullable UUID organization(Someone someone) {
    return someone.siren == null
        ? null
        : organizations
            .findBySiren(someone.siren)
            .map(LocalAuthority::id)
            .orElseThrow(() -> new IllegalStateException("No authority " + someone.siren));
  }

  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  private record Someone(String email, String name, Role role, @Nullable String siren) {}
}
