package fr.jalon.portal.account;

import fr.jalon.portal.web.Rejected;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords: which are good enough (ASVS 5.0, 6.2: long rather than odd), and how they are kept.
 *
 * <p>Kept as bcrypt of a hash: bcrypt alone reads 72 bytes, and a sentence with accents is longer.
 */
@Component
class Passwords {
  static final int SHORTEST = 12;
  static final int LONGEST = 200;

  /** Of a random password, forgotten: compared with when there is no account, to take as long. */
  private final String nobodys;

  private final BCryptPasswordEncoder bcrypt;

  Passwords(AccountSettings settings) {
    bcrypt = new BCryptPasswordEncoder(settings.passwordCost());
    nobodys = bcrypt.encode(UUID.randomUUID().toString());
  }

  /**
   * @param personal what is known of the person: address, name, authority
   * @throws Rejected when it is too easy to guess
   */
  String hash(String password, List<String> personal) {
    requireGood(password, personal);
    return bcrypt.encode(shortened(password));
  }

  /**
   * @param hash null when there is no such account or it has no password
   */
  boolean matches(String password, @Nullable String hash) {
    boolean longer = password.codePointCount(0, password.length()) > LONGEST;
    String candidate =
        longer ? password.substring(0, password.offsetByCodePoints(0, LONGEST)) : password;
    return bcrypt.matches(shortened(candidate), hash == null ? nobodys : hash) && hash != null;
  }

  private static void requireGood(String password, List<String> personal) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      throw new Rejected(AccountProblem.PASSWORD_TOO_SHORT, SHORTEST);
    }
    if (length > LONGEST) {
      throw new Rejected(AccountProblem.PASSWORD_TOO_LONG, LONGEST);
    }
    Guesses.requireHard(password, personal);
  }

  /** The same letters typed on another keyboard may be composed otherwise. */
  private static String shortened(String password) {
    try {
      byte[] composed =
          Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(composed));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
