package fr.jalon.portal.culture;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Says when a form was shown, signed: a program that fills in forms sends them at once, or sends
 * one a thousand times. Not a puzzle for people: whoever can see, hear or read passes.
 *
 * <p>The key lives as long as the process: a form shown before a restart is sent twice.
 */
@Component
class Ticket {
  /** The shortest question of ours takes longer to type. */
  static final Duration SOONEST = Duration.ofSeconds(3);

  /** A page left open over a working day. */
  static final Duration LATEST = Duration.ofHours(12);

  private static final String ALGORITHM = "HmacSHA256";

  private final Clock clock;
  private final byte[] key = new byte[32];

  Ticket(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  String make() {
    String shown = Long.toString(clock.instant().toEpochMilli());
    return shown + "." + sign(shown);
  }

  /** Whether a form with this ticket was made by us, and neither too soon nor too long ago. */
  boolean isGood(String ticket) {
    int dot = ticket.indexOf('.');
    if (dot < 1 || dot > 15 || !ticket.substring(0, dot).matches("\\d+")) {
      return false;
    }
    String shown = ticket.substring(0, dot);
    boolean ours =
        MessageDigest.isEqual(
            sign(shown).getBytes(StandardCharsets.UTF_8),
            ticket.substring(dot + 1).getBytes(StandardCharsets.UTF_8));
    Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(shown)), clock.instant());
    return ours && age.compareTo(SOONEST) >= 0 && age.compareTo(LATEST) <= 0;
  }

  private String sign(String shown) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(shown.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException always) {
      throw new IllegalStateException(always);
    }
  }
}
