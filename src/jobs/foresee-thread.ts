import { parentPort, workerData } from 'node:worker_threads';
import { foresee } from '../domain/shop/knowing/foresee.ts';
import type { ShopHistory } from '../domain/shop/knowing/read-history.ts';

parentPort?.postMessage(foresee(workerData as ShopHistory));
