package fr.jalon.portal.deposit;

import fr.jalon.engine.Json;
import fr.jalon.engine.rule.mend.Mend;
import fr.jalon.engine.rule.mend.Proposal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells a mend as it was shown from one that bears its name and does something else: the file was
 * read again meanwhile, or otherwise.
 */
final class Fingerprint {
  private static final int BYTES = 8;

  private Fingerprint() {}

  static String of(Proposal proposal) {
    return of((Object) proposal);
  }

  static String of(Mend mend) {
    return of((Object) mend);
  }

  private static String of(Object data) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Json.writeOrdered(data).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
