package io.daybook.api.payouts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.daybook.kernel.PersonId;
import io.daybook.kernel.PersonVault;
import io.daybook.kernel.Sealed;
import io.daybook.rail.simulator.CallJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of the simulator, in the data folder: a sealed line for each call, so that its accounts and balances are
 * the same after a restart. A line that was being written when the process died is left out. A file that this database
 * cannot open is another one's: it is put aside.
 */
final class SimulatorFile implements CallJournal {
    private static final PersonId KEY = new PersonId("simulator");

    private final Path file;
    private final PersonVault vault;

    SimulatorFile(Path dataFolder, PersonVault vault) {
        this.file = dataFolder.resolve("simulator.calls");
        this.vault = vault;
    }

    @Override
    public List<String> kept() {
        try {
            if (!Files.exists(file)) return List.of();
            List<String> lines = Files.readAllLines(file, US_ASCII);
            List<String> calls = new ArrayList<>();
            for (String line : lines) open(line).ifPresent(calls::add);
            if (calls.isEmpty() || calls.size() < lines.size()) keepOnly(calls);
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> open(String line) {
        try {
            return vault.open(new Sealed(KEY, Base64.getDecoder().decode(line)));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void keepOnly(List<String> calls) throws IOException {
        Files.move(file, file.resolveSibling("simulator.calls.old"), StandardCopyOption.REPLACE_EXISTING);
        for (String call : calls) add(call);
    }

    @Override
    public void add(String call) {
        try {
            Files.writeString(file, vault.seal(KEY, call).toBase64() + "\n", US_ASCII, CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
