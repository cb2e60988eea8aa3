/** 0: nothing at or above the failing severity; 1: findings; 2: a request that could not be met; 4: no such unit, as systemctl has it. */
export type ExitStatus = 0 | 1 | 2 | 4;
