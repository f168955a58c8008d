package fr.jalon.portal.deposit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell at fault and why, in words. */
record CellFault(String address, String reason) {
  static @Nullable String of(List<CellFault> faults, String address) {
    for (CellFault fault : faults) {
      if (fault.address.equals(address)) {
        return fault.reason;
      }
    }
    return null;
  }
}
