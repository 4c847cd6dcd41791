package dev.kindred.matrix;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

/** Assigns slots of the tables to users, and reuses the slots of removed users. Owned by the matrix's writer thread. */
final class Slots {

    static final int NONE = -1;

    private final Long2IntOpenHashMap byKey = new Long2IntOpenHashMap();
    private final IntArrayList free = new IntArrayList();
    private int next; // slots from here on were never assigned

    Slots() {
        byKey.defaultReturnValue(NONE);
    }

    int find(long key) {
        return byKey.get(key);
    }

    int findOrAssign(long key) {
        int slot = byKey.get(key);
        if (slot == NONE) {
            slot = free.isEmpty() ? next++ : free.popInt();
            byKey.put(key, slot);
        }
        return slot;
    }

    void release(long key) {
        free.push(byKey.remove(key));
    }

    int users() {
        return byKey.size();
    }
}
