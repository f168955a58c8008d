package fr.jalon.portal.deposit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell at fault and why, in words; mild when a repair is proposed for it. */
record CellFault(String address, String reason, boolean mild) {
  static @Nullable CellFault of(List<CellFault> faults, String address) {
    for (CellFault fault : faults) {
      if (fault.address.equals(address)) {
        return fault;
      }
    }
    return null;
  }
}
